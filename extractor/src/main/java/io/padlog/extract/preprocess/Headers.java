package io.padlog.extract.preprocess;

import io.padlog.extract.source.SourceFile;
import java.nio.file.Path;
import java.util.Optional;

/** What the directives of a translation unit ask of the world of files. */
interface Headers {
    /** The file that an #include in {@code folder} means; see {@link IncludeResolver.Question}. */
    Optional<IncludeResolver.Found> find(Path folder, String name, boolean angled, int firstFolder);

    /** The folder that holds a file. */
    Path folder(SourceFile file);

    /** The file at a path, with its name in reports. */
    SourceFile sourceFile(Path path);

    /** The tokens of a file; none, and a fault, if it cannot be read. */
    LexedFile lexed(SourceFile file);
}
