package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.List;

/** What a translation unit is written for; decides which macros are there before its first line. */
public enum Platform {
    WINDOWS("", "msvc.h", "sal1.h", "wdk.h", "status.h"),
    LINUX("CONFIG_", "gcc.h", "linux.h");

    private final String assumed;
    private final List<String> preludes;

    Platform(String assumed, String... preludes) {
        this.assumed = assumed;
        this.preludes = List.of(preludes);
    }

    /** A macro that nobody knows counts as 1 if its name begins so: most code is behind such; empty for none. */
    String assumed() {
        return assumed;
    }

    /** The platform that a source's headers tell; {@code linux/} and {@code asm/} are the kernel's. */
    static Platform of(LexedFile source) {
        for (int directive = 0; directive < source.directives.length; directive++) {
            int name = source.directives[directive] + 2;
            if (source.directiveName(directive).equals("include") && name + 2 < source.size
                    && source.kind(name) == TokenKind.LESS && source.kind(name + 2) == TokenKind.SLASH) {
                String folder = source.spellings[name + 1].text;
                if (folder.equals("linux") || folder.equals("asm")) {
                    return LINUX;
                }
            }
        }
        return WINDOWS;
    }

    /** The resources to read, in this order. */
    List<String> preludes() {
        return preludes;
    }
}
