package io.padlog.extract.unit;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Diagnostic.Kind;
import io.padlog.extract.source.Diagnostic.Severity;
import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Collects what the user should know, in the order in which it was found. */
final class Reports {
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    void unreadable(SourceFile file, String message) {
        diagnostics.add(new Diagnostic(Severity.ERROR, Kind.UNREADABLE_FILE, new Position(file, 0, 0), message));
    }

    /** A build file that could not be read. */
    void broken(SourceFile file, int line, int column, String message) {
        add(Severity.ERROR, file, line, column, message);
    }

    /** A build file that names something that is not there. */
    void missing(SourceFile file, int line, int column, String message) {
        add(Severity.WARNING, file, line, column, message);
    }

    /** Something of a build file that was left aside on purpose. */
    void note(SourceFile file, int line, int column, String message) {
        add(Severity.NOTE, file, line, column, message);
    }

    private void add(Severity severity, SourceFile file, int line, int column, String message) {
        diagnostics.add(new Diagnostic(severity, Kind.BUILD_FILE, new Position(file, line, column), message));
    }

    void addAll(Reports later) {
        diagnostics.addAll(later.diagnostics);
    }

    List<Diagnostic> all() {
        return diagnostics;
    }
}
