package io.padlog.extract.symbol;

import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.syntax.TypeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The structs and unions of a translation unit by the names of their types, and what initialisers store in them. */
public final class RecordTypes {
    private final Optional<RecordTypes> before;
    private final Map<String, List<Declaration.Field>> fields = new HashMap<>();
    private final Map<String, TypeName> typedefs = new HashMap<>();

    /** @param before those of declarations that stand before these; of two with one name the first counts */
    RecordTypes(Optional<RecordTypes> before, List<Declaration> declarations) {
        this.before = before;
        for (int i = 0; i < declarations.size(); i++) {
            if (declarations.get(i) instanceof Declaration.Record record) {
                Optional<String> name = nameOf(declarations, i);
                if (name.isPresent()) {
                    fields.putIfAbsent(name.get(), record.fields());
                }
                if (!record.tag().isEmpty()) {
                    fields.putIfAbsent((record.union() ? "union " : "struct ") + record.tag(), record.fields());
                }
            } else if (declarations.get(i) instanceof Declaration.Typedef typedef && !typedef.type().function()) {
                typedefs.putIfAbsent(typedef.identifier(), typedef.type());
            }
        }
    }

    private Optional<List<Declaration.Field>> fields(String specifiers) {
        Optional<List<Declaration.Field>> first = before.isPresent() ? before.get().fields(specifiers) : Optional.empty();
        return first.isPresent() ? first : Optional.ofNullable(fields.get(specifiers));
    }

    private Optional<TypeName> typedef(String identifier) {
        Optional<TypeName> first = before.isPresent() ? before.get().typedef(identifier) : Optional.empty();
        return first.isPresent() ? first : Optional.ofNullable(typedefs.get(identifier));
    }

    /** The name by which a struct without a tag is known: {@code typedef struct {…} NAME}. */
    public static Optional<String> nameOf(List<Declaration> declarations, int record) {
        Declaration.Record declared = (Declaration.Record) declarations.get(record);
        if (!declared.tag().isEmpty()) {
            return Optional.of(declared.tag());
        }
        // The records inside it come before it, so that only the outermost stands before the typedef.
        boolean named = record + 1 < declarations.size() && declarations.get(record + 1) instanceof Declaration.Typedef typedef
                && typedef.span().first() <= declared.span().first() && declared.span().last() <= typedef.span().last()
                && typedef.type().pointers() == 0;
        return named ? Optional.of(((Declaration.Typedef) declarations.get(record + 1)).identifier()) : Optional.empty();
    }

    /** The fields of a type that is a struct or union itself. */
    private Optional<List<Declaration.Field>> fields(TypeName type) {
        TypeName plain = plain(type);
        return plain.pointers() > 0 || plain.function() ? Optional.empty() : fields(plain.specifiers());
    }

    /** The type that a typedef stands for, with all its pointers. */
    private TypeName plain(TypeName type) {
        TypeName named = type;
        // A typedef of a typedef, and no further than any header goes: they may form a cycle.
        for (int i = 0; i < 8 && !named.function() && fields(named.specifiers()).isEmpty(); i++) {
            Optional<TypeName> meant = typedef(named.specifiers());
            if (meant.isEmpty() || meant.get().specifiers().equals(named.specifiers())) {
                break;
            }
            TypeName next = meant.get();
            named = new TypeName(named.span(), next.specifiers(), named.pointers() + next.pointers(),
                    named.array() || next.array(), next.function());
        }
        return named;
    }

    /** The name of a struct, the same for its tag and its typedefs; empty for what is none, or not known to be one. */
    public String nameOf(TypeName type) {
        TypeName plain = plain(type);
        String specifiers = plain.specifiers();
        if (plain.pointers() > 0 || plain.array() || plain.function()) {
            return "";
        }
        boolean tagged = specifiers.startsWith("struct ") || specifiers.startsWith("union ");
        return tagged ? specifiers.substring(specifiers.indexOf(' ') + 1) : fields(specifiers).isPresent() ? specifiers : "";
    }

    /** The type of a field of a struct, if both are known. */
    public Optional<TypeName> fieldOf(TypeName type, String field) {
        for (Declaration.Field member : fields(type).orElse(List.of())) {
            if (member.identifier().equals(field)) {
                return Optional.of(member.type());
            }
        }
        return Optional.empty();
    }

    /** Whether the fields of the type are known, and {@code field} is none of them: it may lie in one without a name. */
    public boolean lacks(TypeName type, String field) {
        return fields(type).isPresent() && fieldOf(type, field).isEmpty();
    }

    /** What a pointer of the type points to, or what an array of it is made of. */
    public Optional<TypeName> target(TypeName type) {
        TypeName plain = plain(type);
        if (!plain.array() && plain.pointers() == 0) {
            return Optional.empty();
        }
        return Optional.of(new TypeName(plain.span(), plain.specifiers(), plain.pointers() - (plain.array() ? 0 : 1), false,
                plain.function()));
    }

    /** Each place that a variable's initialiser fills, in source order. */
    public List<InitializedField> initialized(Declaration.Variable variable) {
        List<InitializedField> found = new ArrayList<>();
        variable.initializer().ifPresent(
                initializer -> add(Optional.of(variable.type()), initializer, new Filled("", "", ""), found));
        return found;
    }

    /** A place that an initialiser fills, as {@link InitializedField} has it. */
    private record Filled(String path, String field, String owner) {
        Filled inside(String step) {
            return new Filled(path + step, field, owner);
        }
    }

    private void add(Optional<TypeName> type, Initializer initializer, Filled place, List<InitializedField> found) {
        if (initializer instanceof Initializer.Single single) {
            found.add(new InitializedField(place.path(), place.field(), place.owner(), single.value()));
        } else if (initializer instanceof Initializer.Braced braced) {
            Optional<List<Declaration.Field>> members = type.filter(whole -> !whole.array()).flatMap(this::fields);
            if (members.isPresent()) {
                members(type.get(), members.get(), braced, place.path(), found);
            } else {
                elements(type, braced, place, found);
            }
        }
    }

    /** The items of an array, or of something unknown, in which names may stand all the same. */
    private void elements(
            Optional<TypeName> type, Initializer.Braced braced, Filled place, List<InitializedField> found) {
        Optional<TypeName> element = type.filter(TypeName::array).flatMap(this::target);
        int next = 0;
        for (Initializer.Item item : braced.items()) {
            if (item.designators().isEmpty()) {
                add(element, item.value(), place.inside("[" + next++ + "]"), found);
            } else {
                designated(item, type, place, found);
            }
        }
    }

    private void members(TypeName type, List<Declaration.Field> members, Initializer.Braced braced, String path,
            List<InitializedField> found) {
        int next = 0;
        for (Initializer.Item item : braced.items()) {
            if (!item.designators().isEmpty()) {
                next = position(members, item) + 1;
                designated(item, Optional.of(type), new Filled(path, "", ""), found);
            } else if (next >= 0 && next < members.size()) {
                Declaration.Field member = members.get(next++);
                add(Optional.of(member.type()), item.value(),
                        new Filled(path + "." + member.identifier(), member.identifier(), nameOf(type)), found);
                if (item.value() instanceof Initializer.Single && mayHaveItsOwnBraces(member.type())) {
                    // Braces may have been left out, so that nobody knows which field comes next.
                    next = members.size();
                }
            } else {
                add(Optional.empty(), item.value(), new Filled(path + ".?", "", ""), found);
            }
        }
    }

    private boolean mayHaveItsOwnBraces(TypeName type) {
        boolean anonymous = type.pointers() == 0 && (type.specifiers().equals("struct") || type.specifiers().equals("union"));
        return type.array() || anonymous || fields(type).isPresent();
    }

    private static int position(List<Declaration.Field> members, Initializer.Item item) {
        if (item.designators().get(0) instanceof Initializer.Designator.Field named) {
            for (int i = 0; i < members.size(); i++) {
                if (members.get(i).identifier().equals(named.name())) {
                    return i;
                }
            }
        }
        return members.size();
    }

    /** What designators name inside something of {@code type}. */
    private void designated(Initializer.Item item, Optional<TypeName> type, Filled place, List<InitializedField> found) {
        Optional<TypeName> inner = type;
        Filled named = place;
        for (Initializer.Designator designator : item.designators()) {
            if (designator instanceof Initializer.Designator.Field field) {
                String owner = inner.map(this::nameOf).orElse("");
                named = new Filled(named.path() + "." + field.name(), field.name(), owner);
                inner = inner.flatMap(whole -> fieldOf(whole, field.name()));
            } else if (designator instanceof Initializer.Designator.Index indexed) {
                named = named.inside("[" + indexText(indexed) + "]");
                inner = inner.flatMap(this::target);
            }
        }
        add(inner, item.value(), named, found);
    }

    private static String indexText(Initializer.Designator.Index indexed) {
        if (indexed.index() instanceof Expression.Number number) {
            return number.text();
        }
        return indexed.index() instanceof Expression.Name name ? name.name() : "?";
    }
}
