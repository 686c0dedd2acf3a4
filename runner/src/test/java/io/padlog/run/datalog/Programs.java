package io.padlog.run.datalog;

import io.padlog.run.datalog.check.Checked;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.datalog.program.CheckedProgram;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Programs for tests: all are called t.dl. */
public final class Programs {
    private Programs() {}

    public static ProgramSource source(String text) {
        return source(text, Map.of());
    }

    public static ProgramSource source(String text, Map<String, String> files) {
        return new ProgramSource("t.dl", text, (path, from) -> Optional.ofNullable(files.get(path))
                .map(content -> new ProgramSource.Included(path, content)));
    }

    /** Errors only, each as {@code line:column: message}. */
    public static List<String> errors(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(problem -> problem.toString().substring("t.dl:".length()))
                .toList();
    }

    public static CheckedProgram checked(String text) {
        Checked checked = Checker.check(source(text));
        return checked.program().orElseThrow(() -> new AssertionError(checked.problems()));
    }
}
