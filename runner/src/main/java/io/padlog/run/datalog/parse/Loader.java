package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a program's tokens, with those of its includes in their places. A text that is included again is not read again. */
final class Loader {
    /** Files that include each other deeper than this are refused. */
    static final int MAX_INCLUDE_DEPTH = 200;

    private final ProgramSource.Includes includes;
    private final Tokens tokens;
    private final List<Problem> problems;
    private final List<Source> sources = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Macros macros;

    Loader(ProgramSource.Includes includes, Tokens tokens, List<Problem> problems) {
        this.includes = includes;
        this.tokens = tokens;
        this.problems = problems;
        this.macros = new Macros(problems);
    }

    /** Adds all tokens of the program, and an END.
     *  @return the texts that were read */
    List<Source> load(ProgramSource program) {
        seen.add(program.name());
        Range begin = new Range(program.name(), 1, 1, 1, 1);
        for (String macro : program.macros()) {
            int value = macro.indexOf('=');
            macros.define(value < 0 ? macro + " 1" : macro.substring(0, value) + " " + macro.substring(value + 1), begin);
        }
        read(program.name(), program.text(), 0);
        // What is missing at the end is missing after the last token, not after the blank lines behind it.
        int last = tokens.size() - 1;
        Range end = last < 0 ? begin : tokens.range(last);
        int file = last < 0 ? 0 : tokens.file(last);
        tokens.add(TokenKind.END, "", file, end.endLine(), end.endColumn(), end.endLine(), end.endColumn());
        return sources;
    }

    private void read(String name, String text, int depth) {
        Scanner scanner = new Scanner(name, text, tokens, problems);
        // Files are numbered alike in the list of sources and in the tokens.
        int place = sources.size();
        List<Source.Include> found = new ArrayList<>();
        sources.add(new Source(name, text, List.of()));
        int conditions = macros.openConditions();
        TokenKind kind;
        while ((kind = scanner.next()) != TokenKind.END) {
            if (kind == TokenKind.INCLUDE) {
                tokens.truncate(tokens.size() - 1);
                dotInclude(name, scanner, found, depth);
            } else if (kind == TokenKind.ONCE) {
                tokens.truncate(tokens.size() - 1);
            } else if (kind == TokenKind.HASH) {
                Optional<String> path = macros.directive(scanner);
                if (path.isPresent()) {
                    include(name, path.get(), scanner.here(), depth);
                }
            } else if (macros.anyDefined()) {
                macros.expandLast(tokens, scanner, place);
            }
        }
        macros.closeConditions(conditions, scanner.here());
        sources.set(place, new Source(name, text, found));
    }

    private void dotInclude(String from, Scanner scanner, List<Source.Include> found, int depth) {
        int begin = scanner.position() - ".include".length();
        Range directive = scanner.here();
        if (scanner.next() != TokenKind.STRING) {
            problems.add(Problem.error(directive, ".include wants a file name in quotes"));
            return;
        }
        String path = tokens.text(tokens.size() - 1);
        Range place = scanner.here();
        tokens.truncate(tokens.size() - 1);
        int end = scanner.position();
        include(from, path, place, depth).ifPresent(target -> found.add(
                new Source.Include(begin, end, target.name(), target.first())));
    }

    private record Target(String name, boolean first) {}

    private Optional<Target> include(String from, String path, Range place, int depth) {
        Optional<ProgramSource.Included> included = includes.find(path, from);
        if (included.isEmpty()) {
            problems.add(Problem.error(place, "cannot find the included file '" + path + "'"));
            return Optional.empty();
        }
        String name = included.get().name();
        boolean first = seen.add(name);
        if (first && depth == MAX_INCLUDE_DEPTH) {
            problems.add(Problem.error(place, "files are included more than " + MAX_INCLUDE_DEPTH + " deep"));
        } else if (first) {
            read(name, included.get().text(), depth + 1);
        }
        return Optional.of(new Target(name, first));
    }
}
