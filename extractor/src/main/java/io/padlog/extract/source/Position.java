package io.padlog.extract.source;

/**
 * A place in a file.
 *
 * @param line counts from 1
 * @param column counts code points from 1; a tab is one
 */
public record Position(SourceFile file, int line, int column) {
    // What a record is given goes through method handles, which is slow before the last compiler has been there.
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Position place && line == place.line && column == place.column
                && file.equals(place.file);
    }

    @Override
    public int hashCode() {
        return (file.hashCode() * 31 + line) * 31 + column;
    }

    @Override
    public String toString() {
        return file.name() + ":" + line + ":" + column;
    }
}
