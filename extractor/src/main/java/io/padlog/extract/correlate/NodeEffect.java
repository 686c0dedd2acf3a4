package io.padlog.extract.correlate;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one node does to the atoms.
 *
 * @param forgotten atoms of which nothing is known afterwards
 * @param becomes atoms that may have been given a constant by a callee
 * @param target the atom that gets a value, if any
 * @param ways how it gets it: one of them is taken, each for some classes of the atom that it is copied from
 */
record NodeEffect(BitSet forgotten, List<Becomes> becomes, Optional<Integer> target, List<Way> ways) {
    /** The atom keeps its value or gets one of these classes. */
    record Becomes(int atom, int classes) {}

    /**
     * @param guard the atom that is copied, if any
     * @param allowed the classes of {@code guard} that this way is for
     * @param set the classes of the target afterwards
     */
    record Way(Optional<Integer> guard, int allowed, int set) {}

    static NodeEffect of(Node node, int number, Atoms atoms, Effects effects) {
        if (node instanceof Node.Assign assign) {
            return new Assigned(atoms).effect(assign);
        }
        BitSet forgotten = new BitSet();
        List<Becomes> becomes = new ArrayList<>();
        if (node instanceof Node.Call call) {
            Value result = new Value.Temporary(number);
            Function<String, Optional<Set<Value>>> written = name -> effects.writes(number, name);
            for (int index = 0; index < atoms.size(); index++) {
                Atom atom = atoms.get(index);
                boolean isResult = atom.mentions().variables().contains(result);
                if (isResult || !effects.keepsArguments(number) && writesThroughArgument(call, atom)) {
                    forgotten.set(index);
                } else {
                    writtenByCallee(index, atom, written, forgotten, becomes);
                }
            }
        }
        return new NodeEffect(forgotten, becomes, Optional.empty(), List.of());
    }

    boolean assigns(int atom) {
        return target.isPresent() && target.get() == atom;
    }

    private static void forget(BitSet forgotten, Atoms atoms, Predicate<Atom> written) {
        for (int atom = 0; atom < atoms.size(); atom++) {
            if (written.test(atoms.get(atom))) {
                forgotten.set(atom);
            }
        }
    }

    private static boolean writesThroughArgument(Node.Call call, Atom atom) {
        Mentions mentions = atom.mentions();
        for (Value argument : call.arguments()) {
            if (argument instanceof Value.AddressOf address && isRead(address.object(), mentions)
                    || mentions.pointers().contains(argument)) {
                return true;
            }
        }
        return false;
    }

    private static void writtenByCallee(
            int index, Atom atom, Function<String, Optional<Set<Value>>> written, BitSet forgotten, List<Becomes> becomes) {
        for (String name : atom.mentions().names()) {
            Optional<Set<Value>> stored = written.apply(name);
            if (stored.isPresent()) {
                Set<Value> constants = stored.get();
                boolean itself = atom.value() instanceof Value.Field field && field.name().equals(name)
                        || atom.value() instanceof Value.Variable variable && variable.name().equals(name);
                if (!itself || constants.isEmpty()) {
                    forgotten.set(index);
                    return;
                }
                int classes = 0;
                for (Value constant : constants) {
                    classes |= atom.partition().classOf(constant);
                }
                becomes.add(new Becomes(index, classes));
            }
        }
    }

    /** Whether a store to this place may change what is read. */
    private static boolean isRead(Value place, Mentions mentions) {
        if (place instanceof Value.Variable variable) {
            return mentions.variables().contains(variable) || mentions.names().contains(variable.name());
        } else if (place instanceof Value.Temporary) {
            return mentions.variables().contains(place);
        } else if (place instanceof Value.Field field) {
            return mentions.names().contains(field.name());
        } else if (place instanceof Value.Element) {
            return !mentions.pointers().isEmpty();
        }
        return place instanceof Value.Dereference store
                && mentions.pointers().stream().anyMatch(pointer -> mayBeSame(store.pointer(), pointer));
    }

    /** Whether two pointers may point to one place. What callers give two parameters for are two things. */
    private static boolean mayBeSame(Value one, Value other) {
        return one.equals(other) || !(isParameter(one) && isParameter(other));
    }

    private static boolean isParameter(Value value) {
        return value instanceof Value.Variable variable && variable.scope() == Value.Scope.PARAMETER;
    }

    /** Assignments to atoms. */
    private record Assigned(Atoms atoms) {
        NodeEffect effect(Node.Assign assign) {
            BitSet forgotten = new BitSet();
            forget(forgotten, atoms, atom -> isRead(assign.target(), atom.mentions()));
            Optional<Integer> target = atoms.numberOf(assign.target());
            if (target.isPresent()) {
                forgotten.clear(target.get());
                return new NodeEffect(forgotten, List.of(), target, ways(atoms.get(target.get()), assign.source()));
            }
            return flagBits(assign, forgotten);
        }

        /** {@code flags |= BIT} and {@code flags &= ~BIT}, where {@code flags & BIT} is the atom. */
        private NodeEffect flagBits(Node.Assign assign, BitSet forgotten) {
            for (int index = forgotten.nextSetBit(0); index >= 0; index = forgotten.nextSetBit(index + 1)) {
                Atom atom = atoms.get(index);
                Optional<Boolean> set = setsBit(assign, atom.value());
                if (set.isPresent()) {
                    forgotten.clear(index);
                    int classes = set.get() ? atom.partition().nonzero() : Partition.ZERO;
                    return new NodeEffect(forgotten, List.of(), Optional.of(index), List.of(unguarded(classes)));
                }
            }
            return new NodeEffect(forgotten, List.of(), Optional.empty(), List.of());
        }

        private static Optional<Boolean> setsBit(Node.Assign assign, Value tested) {
            if (!(tested instanceof Value.Operation test) || !test.operator().equals("&")
                    || !test.operands().get(0).equals(assign.target())
                    || !(assign.source() instanceof Value.Operation change)
                    || !change.operands().get(0).equals(assign.target())) {
                return Optional.empty();
            }
            Value bit = test.operands().get(1);
            Value changed = change.operands().get(1);
            if (change.operator().equals("|") && changed.equals(bit)) {
                return Optional.of(true);
            }
            boolean clears = changed.equals(new Value.Operation("~", List.of(bit)))
                    || changed instanceof Value.Constant kept && bit instanceof Value.Constant one
                            && (kept.value() & one.value()) == 0;
            return change.operator().equals("&") && clears ? Optional.of(false) : Optional.empty();
        }

        private List<Way> ways(Atom target, Value source) {
            Partition partition = target.partition();
            if (Test.isConstant(source)) {
                return List.of(unguarded(partition.classOf(source)));
            }
            if (isNonzero(source)) {
                return List.of(unguarded(partition.nonzero()));
            }
            Optional<Integer> copied = atoms.numberOf(source);
            if (copied.isPresent()) {
                return source.equals(target.value()) ? List.of() : copies(partition, copied.get());
            }
            Test test = Test.of(source);
            return test.subject().equals(source)
                    ? List.of(unguarded(partition.all()))
                    : truths(partition, test);
        }

        /** An address, or what has a bit set; nobody shifts a bit out of the word. */
        private static boolean isNonzero(Value value) {
            if (value instanceof Value.Operation operation && operation.operands().size() == 2) {
                Value first = operation.operands().get(0);
                return switch (operation.operator()) {
                    case "|" -> isSet(first) || isSet(operation.operands().get(1));
                    case "<<" -> isSet(first);
                    default -> false;
                };
            }
            return value instanceof Value.AddressOf || value instanceof Value.Text;
        }

        private static boolean isSet(Value value) {
            return value instanceof Value.Constant constant && constant.value() != 0 || isNonzero(value);
        }

        private List<Way> copies(Partition partition, int copied) {
            Partition from = atoms.get(copied).partition();
            Map<Integer, Integer> bySet = new LinkedHashMap<>();
            for (int bit = 1; bit <= from.all(); bit <<= 1) {
                bySet.merge(partition.translate(from, bit), bit, (one, other) -> one | other);
            }
            List<Way> ways = new ArrayList<>();
            bySet.forEach((set, allowed) -> ways.add(new Way(Optional.of(copied), allowed, set)));
            return ways;
        }

        private List<Way> truths(Partition partition, Test test) {
            int zero = partition.classOf(new Value.Constant(0));
            int one = partition.classOf(new Value.Constant(1));
            Optional<Integer> asked = atoms.numberOf(test.subject());
            if (asked.isEmpty()) {
                return List.of(unguarded(zero | one));
            }
            Partition from = atoms.get(asked.get()).partition();
            return List.of(new Way(asked, test.classes(from, true), one), new Way(asked, test.classes(from, false), zero));
        }

        private static Way unguarded(int set) {
            return new Way(Optional.empty(), 0, set);
        }

    }
}
