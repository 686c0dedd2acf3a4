package io.padlog.run.datalog.check;

import io.padlog.run.datalog.check.LogicalType.Form;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Branch;
import io.padlog.run.datalog.syntax.Item.Definition;
import io.padlog.run.datalog.syntax.Item.TypeDeclaration;
import io.padlog.run.datalog.syntax.Item.TypeName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The types of a program, and how they lie below each other. */
final class TypeSystem {
    static final List<String> PRIMITIVES = List.of("number", "unsigned", "float", "symbol");

    private final Map<Kind, LogicalType> constants = new HashMap<>();
    private final Map<String, LogicalType> byName = new LinkedHashMap<>();
    private final Map<String, LogicalType> byBranch = new HashMap<>();
    private int count;

    TypeSystem() {
        for (Kind kind : List.of(Kind.NUMBER, Kind.UNSIGNED, Kind.FLOAT, Kind.SYMBOL)) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            LogicalType constant = add("", Form.CONSTANT, kind, Optional.empty(), List.of());
            constants.put(kind, constant);
            byName.put(name, add(name, Form.SUBSET, kind, Optional.of(constant), List.of()));
        }
    }

    private LogicalType add(String name, Form form, Kind kind, Optional<LogicalType> base, List<LogicalType> members) {
        return new LogicalType(count++, name, form, kind, base, members);
    }

    Optional<LogicalType> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The algebraic type that has this branch. */
    Optional<LogicalType> ofBranch(String branch) {
        return Optional.ofNullable(byBranch.get(branch));
    }

    Collection<String> names() {
        return byName.keySet();
    }

    Collection<String> branchNames() {
        return byBranch.keySet();
    }

    /** The type of all constants of a kind; not for records and algebraic types. */
    LogicalType constant(Kind kind) {
        return constants.get(kind);
    }

    /** Adds declared types; those that are circular or mention unknown types are left out, and told elsewhere. */
    void declare(List<TypeDeclaration> declarations) {
        Map<String, TypeDeclaration> pending = new LinkedHashMap<>();
        for (TypeDeclaration declaration : declarations) {
            if (!byName.containsKey(declaration.name())) {
                pending.putIfAbsent(declaration.name(), declaration);
            }
        }
        List<TypeDeclaration> structured = new ArrayList<>();
        for (TypeDeclaration declaration : pending.values()) {
            if (declaration.definition() instanceof Definition.Structure) {
                byName.put(declaration.name(), add(declaration.name(), Form.RECORD, Kind.RECORD, Optional.empty(), List.of()));
                structured.add(declaration);
            } else if (declaration.definition() instanceof Definition.Algebraic algebraic) {
                LogicalType type = add(declaration.name(), Form.ALGEBRAIC, Kind.ADT, Optional.empty(), List.of());
                byName.put(declaration.name(), type);
                algebraic.branches().forEach(branch -> byBranch.putIfAbsent(branch.name(), type));
                structured.add(declaration);
            }
        }
        // Each round names what the rounds before have named; a chain of n declarations in the wrong order takes n.
        boolean changed = true;
        while (changed) {
            changed = false;
            for (TypeDeclaration declaration : pending.values()) {
                if (!byName.containsKey(declaration.name())) {
                    changed |= derive(declaration);
                }
            }
        }
        structured.forEach(this::fill);
    }

    private boolean derive(TypeDeclaration declaration) {
        String name = declaration.name();
        Optional<LogicalType> type = Optional.empty();
        if (declaration.definition() instanceof Definition.Subset subset) {
            type = find(subset.base().name()).map(base -> add(name, Form.SUBSET, base.kind, Optional.of(base), List.of()));
        } else if (declaration.definition() instanceof Definition.Equivalence equivalence) {
            type = find(equivalence.other().name());
        } else if (declaration.definition() instanceof Definition.Union union) {
            List<LogicalType> members = new ArrayList<>();
            for (TypeName member : union.members()) {
                find(member.name()).ifPresent(members::add);
            }
            if (members.size() == union.members().size()) {
                type = Optional.of(add(name, Form.UNION, members.get(0).kind, Optional.empty(), List.copyOf(members)));
            }
        }
        type.ifPresent(found -> byName.put(name, found));
        return type.isPresent();
    }

    private void fill(TypeDeclaration declaration) {
        LogicalType type = byName.get(declaration.name());
        if (declaration.definition() instanceof Definition.Structure structure) {
            type.fields.addAll(types(structure.fields()));
        } else if (declaration.definition() instanceof Definition.Algebraic algebraic) {
            for (Branch branch : algebraic.branches()) {
                type.branches.putIfAbsent(branch.name(), types(branch.fields()));
            }
        }
    }

    private List<LogicalType> types(List<Attribute> attributes) {
        List<LogicalType> types = new ArrayList<>();
        for (Attribute attribute : attributes) {
            find(attribute.type().name()).ifPresent(types::add);
        }
        return types;
    }

    boolean isSubtype(LogicalType lower, LogicalType upper) {
        if (lower == upper || isOfRoot(lower, upper)) {
            return true;
        }
        if (lower.form == Form.UNION) {
            return lower.members.stream().allMatch(member -> isSubtype(member, upper));
        }
        return upper.form == Form.UNION && upper.members.stream().anyMatch(member -> isSubtype(lower, member));
    }

    private static boolean isOfRoot(LogicalType type, LogicalType root) {
        if (type == root) {
            return true;
        }
        return switch (type.form) {
            case SUBSET -> isOfRoot(type.base.orElseThrow(), root);
            case UNION -> type.members.stream().allMatch(member -> isOfRoot(member, root));
            case CONSTANT, RECORD, ALGEBRAIC -> false;
        };
    }

    /** The greatest types below both. */
    List<LogicalType> common(LogicalType left, LogicalType right) {
        if (isSubtype(left, right)) {
            return List.of(left);
        }
        if (isSubtype(right, left)) {
            return List.of(right);
        }
        List<LogicalType> found = new ArrayList<>();
        if (left.form == Form.UNION && right.form == Form.UNION) {
            collectBelow(left, right, found);
        }
        return found;
    }

    private void collectBelow(LogicalType type, LogicalType upper, List<LogicalType> found) {
        if (isSubtype(type, upper)) {
            found.add(type);
        } else {
            type.members.forEach(member -> collectBelow(member, upper, found));
        }
    }

    TypeSet common(TypeSet left, TypeSet right) {
        if (left.isEmpty() || right.isEmpty()) {
            return TypeSet.NONE;
        }
        if (left.isAll() || right.isAll()) {
            return left.isAll() ? right : left;
        }
        List<LogicalType> found = new ArrayList<>();
        for (LogicalType one : left.types()) {
            for (LogicalType other : right.types()) {
                found.addAll(common(one, other));
            }
        }
        return TypeSet.of(found);
    }
}
