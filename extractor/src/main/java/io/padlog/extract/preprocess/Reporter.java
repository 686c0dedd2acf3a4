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
        add(new Diagnostic(Diagnostic.Severity.ERROR, Diagnostic.Kind.UNREADABLE_FILE, whole, message));
    }

    private void report(Diagnostic.Severity severity, Diagnostic.Kind kind, int location, String message) {
        if (counts[kind.ordinal()] <= MOST_OF_A_KIND) {
            add(new Diagnostic(severity, kind, locations.position(location), message));
        }
    }

    /** Adds one that was made before, unless there are too many of its kind. */
    void add(Diagnostic diagnostic) {
        Diagnostic.Kind kind = diagnostic.kind();
        int count = ++counts[kind.ordinal()];
        if (count <= MOST_OF_A_KIND || kind == Diagnostic.Kind.UNREADABLE_FILE) {
            diagnostics.add(diagnostic);
        } else if (count == MOST_OF_A_KIND + 1) {
            diagnostics.add(new Diagnostic(diagnostic.severity(), kind, diagnostic.position(),
                    "from here on, others of this kind are not listed"));
        }
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}
