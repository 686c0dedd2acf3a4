package io.padlog.extract.preprocess;

import java.util.List;

/** What a translation unit is written for; decides which macros are there before its first line. */
public enum Platform {
    WINDOWS("msvc.h", "sal1.h", "wdk.h", "status.h"),
    LINUX("gcc.h");

    private final List<String> preludes;

    Platform(String... preludes) {
        this.preludes = List.of(preludes);
    }

    /** The resources to read, in this order. */
    List<String> preludes() {
        return preludes;
    }
}
