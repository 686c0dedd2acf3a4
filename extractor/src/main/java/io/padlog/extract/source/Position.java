package io.padlog.extract.source;

/**
 * A place in a file.
 *
 * @param line counts from 1
 * @param column counts code points from 1; a tab is one
 */
public record Position(SourceFile file, int line, int column) {
    @Override
    public String toString() {
        return file.name() + ":" + line + ":" + column;
    }
}
