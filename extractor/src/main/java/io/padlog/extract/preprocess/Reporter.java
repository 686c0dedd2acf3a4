package io.padlog.extract.preprocess;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Position;
import java.util.ArrayList;
import java.util.List;

/** Gathers the diagnostics of one translation unit. */
final class Reporter {
    /** More of one kind tell nobody anything, and a hostile file could fill the memory with them. */
    private static final int MOST_OF_A_KIND = 200;

    private final LocationTable locations;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final int[] counts = new int[Diagnostic.Kind.values().length];

    Reporter(LocationTable locations) {
        this.locations = locations;
    }

    void error(Diagnostic.Kind kind, int location, String message) {
        report(Diagnostic.Severity.ERROR, kind, location, message);
    }

    void warning(Diagnostic.Kind kind, int location, String message) {
        report(Diagnostic.Severity.WARNING, kind, location, message);
    }

    void note(Diagnostic.Kind kind, int location, String message) {
        report(Diagnostic.Severity.NOTE, kind, location, message);
    }

    /** Something about the whole file that begins at {@code base}. */
    void unreadable(int base, String message) {
        Position whole = new Position(locations.source(base).file(), 0, 0);
        diagnostics.add(new Diagnostic(Diagnostic.Severity.ERROR, Diagnostic.Kind.UNREADABLE_FILE, whole, message));
    }

    private void report(Diagnostic.Severity severity, Diagnostic.Kind kind, int location, String message) {
        int count = ++counts[kind.ordinal()];
        if (count <= MOST_OF_A_KIND) {
            diagnostics.add(new Diagnostic(severity, kind, locations.position(location), message));
        } else if (count == MOST_OF_A_KIND + 1) {
            diagnostics.add(new Diagnostic(severity, kind, locations.position(location),
                    "from here on, others of this kind are not listed"));
        }
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}
