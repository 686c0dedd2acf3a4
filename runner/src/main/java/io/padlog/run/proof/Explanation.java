package io.padlog.run.proof;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.engine.EngineResult;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Shows how a row is derived, as a tree: a row, the rule that gave it with its variables, below it the rows that it took. */
public final class Explanation {
    private static final String INDENT = "  ";

    private final CheckedProgram program;
    private final Relations relations;
    private final Supplier<Optional<Duration>> left;

    /**
     * @param result all relations that the explained one depends on
     * @param facts what they were computed from
     * @param left how much time is left
     */
    public Explanation(CheckedProgram program, EngineResult result, Facts facts, Supplier<Optional<Duration>> left) {
        this.program = program;
        this.relations = new Relations(program, result, facts);
        this.left = left;
    }

    /**
     * The derivation of the first row that matches.
     *
     * @param atom its arguments are constants; a variable or {@code _} stands for any value
     * @return lines
     * @throws PadlogException USAGE if no row matches
     */
    public List<String> explain(Literal.Atom atom) {
        List<Tuple> matching = matching(atom);
        if (matching.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, "--explain: no row of '" + atom.relation() + "' is like this");
        }
        Tuple wanted = matching.get(0);
        ProofSearch search = new ProofSearch(program, relations, left);
        List<String> lines = tree(wanted, search.search(wanted), search);
        if (matching.size() > 1) {
            lines.add("(the first of " + matching.size() + " rows that match)");
        }
        return lines;
    }

    private List<Tuple> matching(Literal.Atom atom) {
        Relation relation = program.relations().get(atom.relation());
        if (relation == null || relation.arity() != atom.arguments().size()) {
            throw new PadlogException(ExitStatus.USAGE, "--explain: " + (relation == null
                    ? "unknown relation '" + atom.relation() + "'"
                    : "'" + atom.relation() + "' has " + relation.arity() + " columns, not " + atom.arguments().size()));
        }
        List<Optional<String>> wanted = atom.arguments().stream().map(Explanation::text).toList();
        Table rows = relations.rows(atom.relation());
        List<Tuple> matching = new ArrayList<>();
        for (int row = 0; row < rows.rows(); row++) {
            List<Integer> cells = new ArrayList<>();
            for (int column = 0; column < rows.arity(); column++) {
                cells.add(rows.get(row, column));
            }
            if (matches(relation, cells, wanted)) {
                matching.add(new Tuple(atom.relation(), cells));
            }
        }
        return matching;
    }

    private boolean matches(Relation relation, List<Integer> cells, List<Optional<String>> wanted) {
        for (int column = 0; column < cells.size(); column++) {
            String shown = relations.shown(relation.attributes().get(column).kind(), cells.get(column));
            if (wanted.get(column).isPresent() && !wanted.get(column).get().equals(shown)) {
                return false;
            }
        }
        return true;
    }

    /** A constant as rows show it; empty for what matches anything. */
    private static Optional<String> text(Argument argument) {
        if (argument instanceof Argument.Variable || argument instanceof Argument.Unnamed) {
            return Optional.empty();
        }
        if (argument instanceof Argument.Numeral numeral) {
            return Optional.of(numeral.digits());
        }
        if (argument instanceof Argument.Text text) {
            return Optional.of('"' + text.value() + '"');
        }
        if (argument instanceof Argument.Nil) {
            return Optional.of("nil");
        }
        throw new PadlogException(ExitStatus.USAGE, "--explain: columns are numbers, strings, nil, or _ for any value");
    }

    /** A row of the proof that is still to be written. */
    private record Open(Tuple tuple, int depth) {}

    private List<String> tree(Tuple wanted, Map<Tuple, Derivation> proofs, ProofSearch search) {
        List<String> lines = new ArrayList<>();
        Set<Tuple> written = new HashSet<>();
        // A stack of our own: a proof is as deep as the data want it.
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(wanted, 0)));
        while (!open.isEmpty()) {
            Open next = open.pop();
            String line = INDENT.repeat(next.depth) + relations.shown(next.tuple);
            Derivation derivation = proofs.get(next.tuple);
            if (search.isGiven(next.tuple)) {
                lines.add(line + "  [fact]");
            } else if (derivation == null) {
                lines.add(line + "  [no rule gives it again: a counter or a choice has made it]");
            } else if (!written.add(next.tuple)) {
                lines.add(line + "  [see above]");
            } else {
                String bindings = derivation.bindings().isEmpty() ? "" : "  " + String.join(", ", derivation.bindings());
                lines.add(line + "  [" + derivation.rule() + "]" + bindings);
                derivation.absent().forEach(absent -> lines.add(INDENT.repeat(next.depth + 1) + absent));
                List<Tuple> premises = derivation.premises();
                for (int index = premises.size() - 1; index >= 0; index--) {
                    open.push(new Open(premises.get(index), next.depth + 1));
                }
            }
        }
        return lines;
    }
}
