package io.padlog.run.engine.souffle;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What Soufflé wrote to standard error, at the places that the user knows. */
final class Messages {
    private static final String IN_FILE = " in file ";
    private static final String AT_LINE = " at line ";

    private final List<Range> lines;
    private final String program;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    /**
     * @param errors the whole standard error
     * @param program file name of the program that Soufflé read
     * @param lines what stands on each line of it
     */
    Messages(String errors, String program, List<Range> lines) {
        this.lines = lines;
        this.program = program;
        String[] written = errors.split("\n");
        for (int index = 0; index < written.length; index++) {
            String line = written[index].strip();
            Optional<Problem> problem = problem(line);
            if (problem.isPresent()) {
                problems.add(problem.get());
                // Two lines follow: the source, which is not the user's, and a caret below it.
                boolean quoted = index + 2 < written.length && written[index + 2].contains("^---");
                index += quoted ? 2 : 0;
            } else if (!line.isEmpty() && !line.endsWith("generated, evaluation aborted")) {
                others.add(line);
            }
        }
        problems.sort(Problem.BY_PLACE);
    }

    /** Errors and warnings about the program. */
    List<Problem> problems() {
        return problems;
    }

    /** All other lines. */
    List<String> others() {
        return others;
    }

    private Optional<Problem> problem(String line) {
        int file = line.lastIndexOf(IN_FILE);
        int at = line.lastIndexOf(AT_LINE);
        int colon = line.indexOf(": ");
        if (file < 0 || at < file || colon < 0 || colon > file || !line.substring(file, at).endsWith(program)) {
            return Optional.empty();
        }
        int number;
        try {
            number = Integer.parseInt(line.substring(at + AT_LINE.length()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        if (number < 1 || number > lines.size()) {
            return Optional.empty();
        }
        String message = line.substring(colon + 2, file);
        Range range = lines.get(number - 1);
        return Optional.of(line.startsWith("Warning") ? Problem.warning(range, message) : Problem.error(range, message));
    }
}
