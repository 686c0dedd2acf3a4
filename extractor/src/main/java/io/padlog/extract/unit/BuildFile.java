package io.padlog.extract.unit;

import io.padlog.extract.source.SourceFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A file that says what is built from what. */
record BuildFile(Kind kind, SourceFile file) {
    BuildFile {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(file);
    }

    /** The build systems that are understood; a unit's origin is named after one. */
    enum Kind {
        COMPILATION_DATABASE("compile_commands"),
        VCXPROJ("vcxproj"),
        KBUILD("kbuild");

        private final String origin;

        Kind(String origin) {
            this.origin = origin;
        }

        String origin() {
            return origin;
        }

        /** The kind that a file of this name is, if it is one. */
        static Optional<Kind> of(String fileName) {
            if (fileName.toLowerCase(Locale.ROOT).endsWith(".vcxproj")) {
                return Optional.of(VCXPROJ);
            }
            return switch (fileName) {
                case "compile_commands.json" -> Optional.of(COMPILATION_DATABASE);
                case "Kbuild", "Makefile", "makefile", "GNUmakefile" -> Optional.of(KBUILD);
                default -> Optional.empty();
            };
        }
    }

    /** The folder that it lies in. */
    Path folder() {
        Path parent = file.path().getParent();
        return parent != null ? parent : file.path();
    }
}
