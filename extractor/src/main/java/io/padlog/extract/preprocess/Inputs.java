package io.padlog.extract.preprocess;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * All that the preprocessed sources of a unit depend on besides the unit itself and the options.
 *
 * @param files that were read
 * @param lookups headers that were looked for
 */
public record Inputs(List<Path> files, List<Lookup> lookups) {
    public Inputs {
        files = List.copyOf(files);
        lookups = List.copyOf(lookups);
    }

    /** All together, each once. */
    public static Inputs of(List<Inputs> some) {
        return new Inputs(some.stream().flatMap(one -> one.files.stream()).distinct().toList(),
                some.stream().flatMap(one -> one.lookups.stream()).distinct().toList());
    }

    /**
     * A header that was looked for.
     *
     * @param folder of the file with the directive
     * @param name as written
     * @param angled whether it was written in angle brackets
     * @param firstFolder index of the first include folder that was searched
     * @param found the header, if there was one
     */
    public record Lookup(Path folder, String name, boolean angled, int firstFolder, Optional<Path> found) {}
}
