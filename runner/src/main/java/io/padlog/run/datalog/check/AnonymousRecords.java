package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes apart the records that no declaration gives a type. Such a record can only be compared with another, which compares
 * their fields: {@code [a, b] = [1, c]} is {@code a = 1, b = c}. A variable that is such a record is replaced by it.
 */
final class AnonymousRecords {
    /** A variable that stands for more than this is left in its place, and told to have no type. */
    private static final int MAX_SIZE = 100_000;

    private final Declarations declarations;
    private final Disjunctions disjunctions;
    private int size;

    AnonymousRecords(Declarations declarations, Report report) {
        this.declarations = declarations;
        this.disjunctions = new Disjunctions(report);
    }

    /** The clauses that mean the same without anonymous records; the clause itself if it has none. */
    List<FlatClause> unfold(FlatClause clause) {
        if (clause.body().stream().noneMatch(AnonymousRecords::comparesRecord)) {
            return List.of(clause);
        }
        FlatClause replaced = clause;
        size = 0;
        Inference inference = Inference.of(replaced, declarations);
        Map<String, Argument.Structure> records = records(replaced, inference);
        while (!records.isEmpty() && size < MAX_SIZE) {
            replaced = replace(replaced, records);
            inference = Inference.of(replaced, declarations);
            records = records(replaced, inference);
        }
        List<Literal> body = new ArrayList<>();
        for (Literal literal : replaced.body()) {
            if (literal instanceof Literal.Constraint constraint && comparesRecord(constraint)) {
                compare(constraint, constraint.left(), constraint.right(), inference, body);
            } else {
                body.add(literal);
            }
        }
        List<FlatClause> clauses = new ArrayList<>();
        for (List<Literal> alternative : disjunctions.alternatives(body, clause.range())) {
            clauses.add(replaced.withBody(alternative));
        }
        return clauses;
    }

    private static boolean comparesRecord(Literal literal) {
        return literal instanceof Literal.Constraint constraint
                && (constraint.comparison() == Comparison.EQUAL || constraint.comparison() == Comparison.NOT_EQUAL)
                && (constraint.left() instanceof Argument.Structure || constraint.right() instanceof Argument.Structure);
    }

    /** The variables without a type that are equal to a record, with the first such record. */
    private static Map<String, Argument.Structure> records(FlatClause clause, Inference inference) {
        Map<String, Argument.Structure> records = new HashMap<>();
        for (Literal literal : clause.body()) {
            if (literal instanceof Literal.Constraint constraint && constraint.comparison() == Comparison.EQUAL) {
                record(constraint.left(), constraint.right(), inference, records);
                record(constraint.right(), constraint.left(), inference, records);
            }
        }
        return records;
    }

    private static void record(
            Argument left, Argument right, Inference inference, Map<String, Argument.Structure> records) {
        if (left instanceof Argument.Variable variable
                && right instanceof Argument.Structure structure
                && inference.types(variable).isAll()
                && !contains(structure, variable.name())) {
            records.putIfAbsent(variable.name(), structure);
        }
    }

    private static boolean contains(Argument.Structure structure, String name) {
        boolean[] found = {false};
        Walk.arguments(inner -> found[0] |= inner instanceof Argument.Variable variable && variable.name().equals(name))
                .over(structure);
        return found[0];
    }

    private FlatClause replace(FlatClause clause, Map<String, Argument.Structure> records) {
        Rewriter copy = Rewriter.ofVariables(name -> name);
        Rewriter rewriter = Rewriter.ofArguments(variable -> {
            Argument.Structure record = records.get(variable.name());
            if (record == null || size > MAX_SIZE) {
                return variable;
            }
            Walk.arguments(any -> size++).over(record);
            return record.fold(copy);
        });
        return new FlatClause(clause.range(), rewriter.onAtom(clause.head()), rewriter.literals(clause.body()), clause.plan(),
                clause.subsumption());
    }

    private void compare(
            Literal.Constraint constraint, Argument left, Argument right, Inference inference, List<Literal> body) {
        boolean equal = constraint.comparison() == Comparison.EQUAL;
        boolean unnamed = left instanceof Argument.Unnamed || right instanceof Argument.Unnamed;
        if (unnamed && equal) {
            body.add(new Literal.Truth(constraint.range(), true));
            return;
        }
        if (!(left instanceof Argument.Structure one && right instanceof Argument.Structure other)
                || ((Argument.Structure) left).fields().size() != ((Argument.Structure) right).fields().size()
                || !inference.types(left).isAll()) {
            body.add(new Literal.Constraint(constraint.range(), constraint.comparison(), left, right));
            return;
        }
        List<Literal> fields = new ArrayList<>();
        for (int index = 0; index < one.fields().size(); index++) {
            compare(constraint, one.fields().get(index), other.fields().get(index), inference, fields);
        }
        if (equal) {
            body.addAll(fields);
        } else if (fields.isEmpty()) {
            body.add(new Literal.Truth(constraint.range(), false));
        } else {
            body.add(new Literal.Disjunction(constraint.range(), fields));
        }
    }
}
