package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Functor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The signatures of the functors; where several fit, the first is meant. */
final class Overloads {
    /** @param parameters one for each argument, or the one of all arguments of a variadic functor */
    record Signature(List<Kind> parameters, Kind result, boolean variadic) {
        Kind parameter(int index) {
            return parameters.get(variadic ? 0 : index);
        }

        boolean accepts(int arguments) {
            return variadic ? arguments > 0 : arguments == parameters.size();
        }
    }

    private static final Map<Functor, List<Signature>> SIGNATURES = new EnumMap<>(Functor.class);

    static {
        for (Functor functor : Functor.values()) {
            SIGNATURES.put(functor, List.copyOf(signatures(functor)));
        }
    }

    private Overloads() {}

    static List<Signature> of(Functor functor) {
        return SIGNATURES.get(functor);
    }

    private static List<Signature> signatures(Functor functor) {
        return switch (functor) {
            case NEGATE -> same(1, Kind.NUMBER, Kind.FLOAT);
            case BNOT, LNOT -> same(1, Kind.NUMBER, Kind.UNSIGNED);
            case ADD -> chain(Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case SUBTRACT, MULTIPLY, DIVIDE -> chain(Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case POWER -> same(2, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case MODULO, BAND, BOR, BXOR, BSHL, BSHR, BSHRU, LAND, LOR, LXOR -> chain(Kind.NUMBER, Kind.UNSIGNED);
            case MAX, MIN -> chain(Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case CAT -> chain(Kind.SYMBOL);
            case STRLEN -> List.of(new Signature(List.of(Kind.SYMBOL), Kind.NUMBER, false));
            case SUBSTR -> List.of(
                    new Signature(List.of(Kind.SYMBOL, Kind.NUMBER, Kind.NUMBER), Kind.SYMBOL, false));
            case RANGE -> {
                List<Signature> ranges = same(2, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
                ranges.addAll(same(3, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT));
                yield ranges;
            }
            case ORD -> conversions(Kind.NUMBER, Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT, Kind.RECORD, Kind.ADT);
            case TO_NUMBER -> conversions(Kind.NUMBER, Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case TO_STRING -> conversions(Kind.SYMBOL, Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case TO_FLOAT -> conversions(Kind.FLOAT, Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
            case TO_UNSIGNED -> conversions(Kind.UNSIGNED, Kind.SYMBOL, Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT);
        };
    }

    private static List<Signature> same(int arity, Kind... kinds) {
        List<Signature> signatures = new ArrayList<>();
        for (Kind kind : kinds) {
            signatures.add(new Signature(java.util.Collections.nCopies(arity, kind), kind, false));
        }
        return signatures;
    }

    private static List<Signature> chain(Kind... kinds) {
        List<Signature> signatures = new ArrayList<>();
        for (Kind kind : kinds) {
            signatures.add(new Signature(List.of(kind), kind, true));
        }
        return signatures;
    }

    private static List<Signature> conversions(Kind result, Kind... kinds) {
        List<Signature> signatures = new ArrayList<>();
        for (Kind kind : kinds) {
            signatures.add(new Signature(List.of(kind), result, false));
        }
        return signatures;
    }
}
