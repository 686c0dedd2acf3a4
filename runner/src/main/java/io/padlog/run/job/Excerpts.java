package io.padlog.run.job;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.parse.Source;
import io.padlog.run.datalog.syntax.Range;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows problems with the line that they are in, and a caret below their place. */
final class Excerpts {
    /** More of a line is not shown than this many code points before the place, and as many from there on. */
    private static final int SHOWN = 200;
    /** More errors than this say nothing new. */
    private static final int ERRORS = 100;

    private final Map<String, List<String>> lines = new HashMap<>();

    Excerpts(List<Source> sources) {
        sources.forEach(source -> lines.put(source.name(), source.text().lines().toList()));
    }

    String show(List<Problem> problems) {
        String first = problems.stream().limit(ERRORS).map(this::show).collect(Collectors.joining("\n"));
        return problems.size() <= ERRORS ? first : first + "\nand " + (problems.size() - ERRORS) + " more errors";
    }

    /** {@code file:line:column: warning: message}, the line or, of a very long one, what is around the place, and a caret. */
    String show(Problem problem) {
        Range range = problem.range();
        String first = range + ": " + (problem.isError() ? "" : "warning: ") + problem.message();
        Optional<String> line = Optional.ofNullable(lines.get(range.file()))
                .filter(all -> range.line() <= all.size())
                .map(all -> all.get(range.line() - 1));
        return line.map(text -> first + "\n" + excerpt(text.codePoints().toArray(), range)).orElse(first);
    }

    private static String excerpt(int[] line, Range range) {
        int place = Math.min(range.column() - 1, line.length);
        int from = Math.max(0, place - SHOWN);
        int to = Math.min(line.length, place + SHOWN);
        StringBuilder caret = new StringBuilder();
        // Tabs stay, so that the caret stands below its place however wide they are.
        for (int at = from; at < place; at++) {
            caret.append(line[at] == '\t' ? '\t' : ' ');
        }
        int width = range.endLine() == range.line() ? range.endColumn() - range.column() : 1;
        return new String(line, from, to - from) + "\n" + caret + "^" + "-".repeat(Math.max(0, Math.min(width, to - place) - 1));
    }
}
