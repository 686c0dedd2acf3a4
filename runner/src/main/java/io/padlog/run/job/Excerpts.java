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
    private final Map<String, List<String>> lines = new HashMap<>();

    Excerpts(List<Source> sources) {
        sources.forEach(source -> lines.put(source.name(), source.text().lines().toList()));
    }

    String show(List<Problem> problems) {
        return problems.stream().map(this::show).collect(Collectors.joining("\n"));
    }

    /** {@code file:line:column: warning: message}, the line, a caret. */
    String show(Problem problem) {
        Range range = problem.range();
        String first = range + ": " + (problem.isError() ? "" : "warning: ") + problem.message();
        Optional<String> line = Optional.ofNullable(lines.get(range.file()))
                .filter(all -> range.line() <= all.size())
                .map(all -> all.get(range.line() - 1));
        return line.map(text -> first + "\n" + text + "\n" + caret(text, range)).orElse(first);
    }

    private static String caret(String line, Range range) {
        StringBuilder caret = new StringBuilder();
        int before = Math.min(range.column() - 1, line.codePointCount(0, line.length()));
        // Tabs stay, so that the caret stands below its place however wide they are.
        line.codePoints().limit(before).forEach(c -> caret.append(c == '\t' ? '\t' : ' '));
        int width = range.endLine() == range.line() ? range.endColumn() - range.column() : 1;
        return caret + "^" + "-".repeat(Math.max(0, Math.min(width, line.length() - before) - 1));
    }
}
