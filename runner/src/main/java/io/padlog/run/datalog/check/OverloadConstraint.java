package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.Inference.Cell;
import io.padlog.run.datalog.check.Overloads.Signature;
import io.padlog.run.datalog.program.Kind;
import java.util.ArrayList;
import java.util.List;

/** A functor has one of its signatures; when only one is left, it says what the arguments and the result are. */
final class OverloadConstraint implements Inference.Constraint {
    private final TypeSystem types;
    private final List<Signature> signatures;
    private final Cell result;
    private final List<Cell> arguments;
    /** the result may be a subtype of what the signature says, so that subset types survive arithmetic */
    private final boolean subtypeResult;
    private boolean resultWasSet;

    OverloadConstraint(
            TypeSystem types, List<Signature> signatures, Cell result, List<Cell> arguments, boolean subtypeResult) {
        this.types = types;
        this.signatures = new ArrayList<>(signatures);
        this.result = result;
        this.arguments = arguments;
        this.subtypeResult = subtypeResult;
    }

    @Override
    public boolean update() {
        signatures.removeIf(signature -> !isPossible(signature));
        if (signatures.size() > 1) {
            return false;
        }
        if (signatures.isEmpty()) {
            return result.set(TypeSet.NONE);
        }
        Signature only = signatures.get(0);
        boolean changed = false;
        for (int index = 0; index < arguments.size(); index++) {
            Cell argument = arguments.get(index);
            changed |= argument.set(below(argument.types, only.parameter(index)));
        }
        if (resultWasSet || subtypeResult) {
            return result.set(below(result.types, only.result())) || changed;
        }
        resultWasSet = true;
        return result.set(TypeSet.of(types.constant(only.result()))) || changed;
    }

    private boolean isPossible(Signature signature) {
        if (!signature.accepts(arguments.size()) || !mayBe(result, signature.result())) {
            return false;
        }
        for (int index = 0; index < arguments.size(); index++) {
            if (!mayBe(arguments.get(index), signature.parameter(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayBe(Cell cell, Kind kind) {
        return cell.types.isAll() || cell.types.types().stream().anyMatch(type -> type.kind == kind);
    }

    /** What is left of a set below the constants of a kind; records and algebraic types are not below any. */
    private TypeSet below(TypeSet set, Kind kind) {
        if (kind == Kind.RECORD || kind == Kind.ADT) {
            return set;
        }
        if (set.isAll()) {
            return TypeSet.of(types.constant(kind));
        }
        List<LogicalType> kept = new ArrayList<>();
        for (LogicalType type : set.types()) {
            if (types.isSubtype(type, types.constant(kind))) {
                kept.add(type);
            }
        }
        return TypeSet.of(kept);
    }
}
