package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.LogicalType.Form;
import io.padlog.run.datalog.check.Overloads.Signature;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.FunctorDeclaration;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Infers the types of a clause's arguments. Every argument begins with every type; constraints from declarations,
 * functors and comparisons take types away until nothing changes. Then overloads and the kinds of numerals are chosen, and
 * all is done again with them, since a choice says more of its surroundings.
 */
final class Inference {
    /** No program needs more than a few; it only keeps an overload that flips to and fro from running on. */
    private static final int MAX_ROUNDS = 50;

    /** Takes types away; whether it did. */
    interface Constraint {
        boolean update();
    }

    private final Declarations declarations;
    private final TypeSystem types;
    private final FlatClause clause;
    private final Map<String, Cell> variables = new HashMap<>();
    private final Map<Argument, Cell> others = new IdentityHashMap<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final Map<Argument.Call, Signature> signatures = new IdentityHashMap<>();
    private final Map<Argument.Numeral, Kind> numerals = new IdentityHashMap<>();

    /** What an argument may be. */
    static final class Cell {
        TypeSet types = TypeSet.ALL;

        boolean set(TypeSet newTypes) {
            boolean changed = !types.equals(newTypes);
            types = newTypes;
            return changed;
        }
    }

    private Inference(FlatClause clause, Declarations declarations) {
        this.clause = clause;
        this.declarations = declarations;
        this.types = declarations.types();
    }

    static Inference of(FlatClause clause, Declarations declarations) {
        Inference inference = new Inference(clause, declarations);
        boolean changed = true;
        for (int round = 0; changed && round < MAX_ROUNDS; round++) {
            inference.solve();
            changed = inference.choose();
        }
        return inference;
    }

    /** What there is to infer of a fact that {@link PlainFacts} contain. */
    static Inference ofPlainFact(FlatClause fact, Declarations declarations) {
        Inference inference = new Inference(fact, declarations);
        for (Argument argument : fact.head().arguments()) {
            if (argument instanceof Argument.Numeral numeral) {
                inference.numerals.put(numeral, Kind.NUMBER);
            }
        }
        return inference;
    }

    TypeSet types(Argument argument) {
        return cell(argument).types;
    }

    /** The signature that a functor is meant with; empty if none fits. */
    Optional<Signature> signature(Argument.Call call) {
        return Optional.ofNullable(signatures.get(call));
    }

    /** Empty if no kind of number fits. */
    Optional<Kind> kind(Argument.Numeral numeral) {
        return Optional.ofNullable(numerals.get(numeral));
    }

    /** Whether all types that the argument may have are of this kind, and there is one. */
    boolean isOf(Argument argument, Kind kind) {
        TypeSet set = types(argument);
        return !set.isAll() && !set.isEmpty() && set.types().stream().allMatch(type -> type.kind == kind);
    }

    /** The kind that a comparison works on. */
    Kind kind(Literal.Constraint constraint) {
        for (Kind kind : List.of(Kind.FLOAT, Kind.UNSIGNED, Kind.SYMBOL, Kind.RECORD, Kind.ADT)) {
            if (isOf(constraint.left(), kind) && isOf(constraint.right(), kind)) {
                return kind;
            }
        }
        return Kind.NUMBER;
    }

    /** The kind of the values that an aggregate is given; for COUNT, a number. */
    Kind operands(Argument.Aggregate aggregate) {
        if (aggregate.target().isPresent()) {
            if (isOf(aggregate.target().get(), Kind.FLOAT) || aggregate.aggregation() == Aggregation.MEAN) {
                return Kind.FLOAT;
            }
            if (isOf(aggregate.target().get(), Kind.UNSIGNED)) {
                return Kind.UNSIGNED;
            }
        }
        return Kind.NUMBER;
    }

    private Cell cell(Argument argument) {
        if (argument instanceof Argument.Variable variable) {
            return variables.computeIfAbsent(variable.name(), name -> new Cell());
        }
        return others.computeIfAbsent(argument, any -> new Cell());
    }

    private void solve() {
        variables.clear();
        others.clear();
        constraints.clear();
        sink(clause.head());
        new Walk(this::constrain, argument -> { }, true).over(clause.head());
        new Walk(this::constrain, this::constrain, true).over(clause.body());
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Constraint constraint : constraints) {
                changed |= constraint.update();
            }
            // Back again, so that a long chain of equations is done in one round whichever way it is written.
            for (int index = constraints.size() - 1; changed && index >= 0; index--) {
                constraints.get(index).update();
            }
        }
    }

    private void constrain(Literal literal) {
        if (literal instanceof Literal.Atom atom && !isNegated(atom)) {
            eachAttribute(atom, (argument, type) -> constraints.add(below(cell(argument), type)));
        } else if (literal instanceof Literal.Negation negation && negation.literal() instanceof Literal.Atom atom) {
            negated.put(atom, atom);
            sink(atom);
        } else if (literal instanceof Literal.Constraint constraint) {
            constraints.add(alike(cell(constraint.left()), cell(constraint.right())));
        }
    }

    private final Map<Literal.Atom, Literal.Atom> negated = new IdentityHashMap<>();

    private boolean isNegated(Literal.Atom atom) {
        return negated.containsKey(atom);
    }

    private interface AttributeVisitor {
        void visit(Argument argument, LogicalType type);
    }

    private void eachAttribute(Literal.Atom atom, AttributeVisitor visitor) {
        Optional<List<Attribute>> attributes = declarations.attributes(atom.relation());
        if (attributes.isEmpty() || attributes.get().size() != atom.arguments().size()) {
            return;
        }
        for (int index = 0; index < atom.arguments().size(); index++) {
            Optional<LogicalType> type = types.find(attributes.get().get(index).type().name());
            if (type.isPresent()) {
                visitor.visit(atom.arguments().get(index), type.get());
            }
        }
    }

    /** A head or a negated atom takes values of the right kind, whatever their type; it is checked afterwards. */
    private void sink(Literal.Atom atom) {
        eachAttribute(atom, (argument, type) -> {
            if (type.form == Form.RECORD) {
                constraints.add(below(cell(argument), type));
            } else if (type.kind != Kind.RECORD && type.kind != Kind.ADT) {
                constraints.add(below(cell(argument), types.constant(type.kind)));
            }
        });
    }

    private void constrain(Argument argument) {
        if (argument instanceof Argument.Text) {
            constraints.add(below(cell(argument), types.constant(Kind.SYMBOL)));
        } else if (argument instanceof Argument.Numeral numeral) {
            numeral(numeral);
        } else if (argument instanceof Argument.Call call) {
            call(call);
        } else if (argument instanceof Argument.UserCall call) {
            userCall(call);
        } else if (argument instanceof Argument.Counter) {
            constraints.add(below(cell(argument), types.constant(Kind.NUMBER)));
        } else if (argument instanceof Argument.Iteration) {
            constraints.add(below(cell(argument), types.constant(Kind.UNSIGNED)));
        } else if (argument instanceof Argument.Cast cast) {
            types.find(cast.type().name()).ifPresent(type -> {
                constraints.add(below(cell(cast), type));
                if (cast.value() instanceof Argument.Numeral || cast.value() instanceof Argument.Text
                        || cast.value() instanceof Argument.Nil) {
                    constraints.add(below(cell(cast.value()), type));
                }
            });
        } else if (argument instanceof Argument.Structure structure) {
            for (int index = 0; index < structure.fields().size(); index++) {
                constraints.add(field(cell(structure.fields().get(index)), cell(structure), index));
            }
        } else if (argument instanceof Argument.Branch branch) {
            branch(branch);
        } else if (argument instanceof Argument.Aggregate aggregate) {
            aggregate(aggregate);
        }
    }

    private void numeral(Argument.Numeral numeral) {
        List<LogicalType> possible = new ArrayList<>();
        Optional<Kind> known = kind(numeral);
        switch (numeral.suffix()) {
            case UNSIGNED -> possible.add(types.constant(Kind.UNSIGNED));
            case FLOAT -> possible.add(types.constant(Kind.FLOAT));
            case NONE -> {
                for (Kind kind : List.of(Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT)) {
                    if (known.isEmpty() || known.get() == kind) {
                        possible.add(types.constant(kind));
                    }
                }
            }
        }
        constraints.add(belowOne(cell(numeral), TypeSet.of(possible)));
    }

    private void call(Argument.Call call) {
        List<Cell> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(cell(argument)));
        Cell result = cell(call);
        boolean infix = call.functor().form() == Functor.Form.INFIX;
        Optional<Signature> chosen = signature(call);
        if (chosen.isEmpty()) {
            constraints.add(new OverloadConstraint(types, Overloads.of(call.functor()), result, arguments, infix));
        }
        if (infix) {
            arguments.forEach(argument -> constraints.add(sameRoot(argument, result)));
        } else if (chosen.isPresent()) {
            constraints.add(below(result, types.constant(chosen.get().result())));
            if (call.functor() != Functor.ORD) {
                for (int index = 0; index < arguments.size(); index++) {
                    constraints.add(below(arguments.get(index), types.constant(chosen.get().parameter(index))));
                }
            }
        }
    }

    private void userCall(Argument.UserCall call) {
        Optional<FunctorDeclaration> functor = declarations.functor(call.name());
        if (functor.isEmpty() || functor.get().parameters().size() != call.arguments().size()) {
            return;
        }
        types.find(functor.get().result().name()).ifPresent(type -> constraints.add(below(cell(call), type)));
        for (int index = 0; index < call.arguments().size(); index++) {
            Cell argument = cell(call.arguments().get(index));
            types.find(functor.get().parameters().get(index).type().name())
                    .ifPresent(type -> constraints.add(below(argument, type)));
        }
    }

    private void branch(Argument.Branch branch) {
        Optional<LogicalType> type = types.ofBranch(branch.name());
        if (type.isEmpty()) {
            return;
        }
        constraints.add(below(cell(branch), type.get()));
        List<LogicalType> fields = type.get().branches.getOrDefault(branch.name(), List.of());
        if (fields.size() == branch.fields().size()) {
            for (int index = 0; index < fields.size(); index++) {
                constraints.add(below(cell(branch.fields().get(index)), fields.get(index)));
            }
        }
    }

    private void aggregate(Argument.Aggregate aggregate) {
        Cell result = cell(aggregate);
        switch (aggregate.aggregation()) {
            case COUNT -> constraints.add(below(result, types.constant(Kind.NUMBER)));
            case MEAN -> constraints.add(below(result, types.constant(Kind.FLOAT)));
            case SUM, MIN, MAX -> constraints.add(belowOne(result, TypeSet.of(List.of(
                    types.constant(Kind.NUMBER), types.constant(Kind.UNSIGNED), types.constant(Kind.FLOAT)))));
        }
        aggregate.target().ifPresent(target -> constraints.add(alike(cell(target), result)));
    }

    private Constraint below(Cell cell, LogicalType type) {
        return () -> cell.set(types.common(cell.types, TypeSet.of(type)));
    }

    private Constraint belowOne(Cell cell, TypeSet uppers) {
        return () -> {
            if (cell.types.isAll()) {
                return cell.set(uppers);
            }
            List<LogicalType> kept = new ArrayList<>();
            for (LogicalType type : cell.types.types()) {
                if (uppers.types().stream().anyMatch(upper -> types.isSubtype(type, upper))) {
                    kept.add(type);
                }
            }
            return cell.set(TypeSet.of(kept));
        };
    }

    private Constraint alike(Cell left, Cell right) {
        return () -> {
            boolean changed = left.set(types.common(left.types, right.types));
            return right.set(types.common(right.types, left.types)) || changed;
        };
    }

    private Constraint sameRoot(Cell left, Cell right) {
        return () -> {
            if (left.types.isAll() && right.types.isAll()) {
                return false;
            }
            List<LogicalType> leftRoots = roots(left.types);
            List<LogicalType> rightRoots = roots(right.types);
            if (left.types.isAll()) {
                return left.set(TypeSet.of(rightRoots));
            }
            if (right.types.isAll()) {
                return right.set(TypeSet.of(leftRoots));
            }
            leftRoots.retainAll(rightRoots);
            boolean changed = left.set(belowAny(left.types, leftRoots));
            return right.set(belowAny(right.types, leftRoots)) || changed;
        };
    }

    private static List<LogicalType> roots(TypeSet set) {
        List<LogicalType> roots = new ArrayList<>();
        for (LogicalType type : set.types()) {
            if (type.form == Form.SUBSET || type.form == Form.CONSTANT) {
                roots.add(type.root());
            }
        }
        return roots;
    }

    private TypeSet belowAny(TypeSet set, List<LogicalType> uppers) {
        List<LogicalType> kept = new ArrayList<>();
        for (LogicalType type : set.types()) {
            if (uppers.stream().anyMatch(upper -> types.isSubtype(type, upper))) {
                kept.add(type);
            }
        }
        return TypeSet.of(kept);
    }

    private Constraint field(Cell element, Cell structure, int index) {
        return () -> {
            if (structure.types.isAll()) {
                return false;
            }
            List<LogicalType> elements = new ArrayList<>();
            List<LogicalType> records = new ArrayList<>();
            for (LogicalType type : structure.types.types()) {
                LogicalType root = type.root();
                if (root.form == Form.RECORD && root.fields.size() > index) {
                    records.add(type);
                    elements.add(root.fields.get(index));
                }
            }
            TypeSet narrowed = types.common(element.types, TypeSet.of(elements));
            boolean changed = structure.set(TypeSet.of(records));
            return element.set(narrowed) || changed;
        };
    }

    /** Chooses overloads and kinds of numerals by what is known now; whether a choice changed. */
    private boolean choose() {
        boolean[] changed = {false};
        Walk walk = Walk.arguments(argument -> {
            if (argument instanceof Argument.Call call) {
                changed[0] |= choose(call);
            } else if (argument instanceof Argument.Numeral numeral) {
                changed[0] |= choose(numeral);
            }
        });
        walk.over(clause.head());
        walk.over(clause.body());
        return changed[0];
    }

    private boolean choose(Argument.Call call) {
        Optional<Signature> before = signature(call);
        Optional<Signature> fitting = Optional.empty();
        for (Signature signature : Overloads.of(call.functor())) {
            if (fits(signature, call) && fitting.isEmpty()) {
                fitting = Optional.of(signature);
            }
        }
        if (before.equals(fitting)) {
            return false;
        }
        fitting.ifPresentOrElse(signature -> signatures.put(call, signature), () -> signatures.remove(call));
        return true;
    }

    private boolean fits(Signature signature, Argument.Call call) {
        if (!signature.accepts(call.arguments().size()) || !mayBe(call, signature.result())) {
            return false;
        }
        for (int index = 0; index < call.arguments().size(); index++) {
            if (!mayBe(call.arguments().get(index), signature.parameter(index))) {
                return false;
            }
        }
        return true;
    }

    private boolean mayBe(Argument argument, Kind kind) {
        if (argument instanceof Argument.Call call && signature(call).isPresent()) {
            return signature(call).get().result() == kind;
        }
        TypeSet set = types(argument);
        return set.isAll() ? kind != Kind.ADT : set.types().stream().anyMatch(type -> type.kind == kind);
    }

    private boolean choose(Argument.Numeral numeral) {
        Optional<Kind> before = kind(numeral);
        Optional<Kind> chosen = Optional.empty();
        switch (numeral.suffix()) {
            case UNSIGNED -> chosen = Optional.of(Kind.UNSIGNED);
            case FLOAT -> chosen = Optional.of(Kind.FLOAT);
            case NONE -> {
                for (Kind kind : List.of(Kind.FLOAT, Kind.UNSIGNED, Kind.NUMBER)) {
                    if (types(numeral).types().stream().anyMatch(type -> type.kind == kind)) {
                        chosen = Optional.of(kind);
                    }
                }
            }
        }
        if (before.equals(chosen)) {
            return false;
        }
        chosen.ifPresentOrElse(kind -> numerals.put(numeral, kind), () -> numerals.remove(numeral));
        return true;
    }
}
