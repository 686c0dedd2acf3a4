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
    private final Map<String, List<Declaration.Field>> fields = new HashMap<>();
    private final Map<String, TypeName> typedefs = new HashMap<>();

    private RecordTypes() {}

    public static RecordTypes of(List<Declaration> declarations) {
        RecordTypes types = new RecordTypes();
        for (int i = 0; i < declarations.size(); i++) {
            if (declarations.get(i) instanceof Declaration.Record record) {
                String word = record.union() ? "union " : "struct ";
                nameOf(declarations, i).ifPresent(name -> types.fields.putIfAbsent(name, record.fields()));
                if (!record.tag().isEmpty()) {
                    types.fields.putIfAbsent(word + record.tag(), record.fields());
                }
            } else if (declarations.get(i) instanceof Declaration.Typedef typedef && !typedef.type().function()) {
                types.typedefs.putIfAbsent(typedef.identifier(), typedef.type());
            }
        }
        return types;
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
        TypeName named = type;
        // A typedef of a typedef, and no further than any header goes: they may form a cycle.
        for (int i = 0; i < 8 && named.pointers() == 0 && !named.function(); i++) {
            List<Declaration.Field> found = fields.get(named.specifiers());
            if (found != null) {
                return Optional.of(found);
            }
            TypeName next = typedefs.get(named.specifiers());
            if (next == null || next.specifiers().equals(named.specifiers())) {
                break;
            }
            named = next;
        }
        return Optional.empty();
    }

    /** Each place that a variable's initialiser fills, in source order. */
    public List<InitializedField> initialized(Declaration.Variable variable) {
        List<InitializedField> found = new ArrayList<>();
        variable.initializer().ifPresent(initializer -> add(Optional.of(variable.type()), initializer, "", "", found));
        return found;
    }

    private void add(Optional<TypeName> type, Initializer initializer, String path, String field, List<InitializedField> found) {
        if (initializer instanceof Initializer.Single single) {
            found.add(new InitializedField(path, field, single.value()));
        } else if (initializer instanceof Initializer.Braced braced) {
            if (type.isPresent() && type.get().array()) {
                TypeName whole = type.get();
                elements(Optional.of(new TypeName(whole.span(), whole.specifiers(), whole.pointers(), false, whole.function())),
                        braced, path, field, found);
            } else {
                Optional<List<Declaration.Field>> members = type.flatMap(this::fields);
                if (members.isPresent()) {
                    members(members.get(), braced, path, found);
                } else {
                    elements(Optional.empty(), braced, path, field, found);
                }
            }
        }
    }

    /** The items of an array, or of something unknown, in which names may stand all the same. */
    private void elements(
            Optional<TypeName> type, Initializer.Braced braced, String path, String field, List<InitializedField> found) {
        int next = 0;
        for (Initializer.Item item : braced.items()) {
            if (item.designators().isEmpty()) {
                add(type, item.value(), path + "[" + next++ + "]", field, found);
            } else {
                designated(item, path, field, type, found);
            }
        }
    }

    private void members(
            List<Declaration.Field> members, Initializer.Braced braced, String path, List<InitializedField> found) {
        int next = 0;
        for (Initializer.Item item : braced.items()) {
            if (!item.designators().isEmpty()) {
                next = position(members, item) + 1;
                designated(item, path, "", typeOf(members, item), found);
            } else if (next >= 0 && next < members.size()) {
                Declaration.Field member = members.get(next++);
                add(Optional.of(member.type()), item.value(), path + "." + member.identifier(), member.identifier(), found);
                if (item.value() instanceof Initializer.Single && mayHaveItsOwnBraces(member.type())) {
                    // Braces may have been left out, so that nobody knows which field comes next.
                    next = members.size();
                }
            } else {
                add(Optional.empty(), item.value(), path + ".?", "", found);
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

    private static Optional<TypeName> typeOf(List<Declaration.Field> members, Initializer.Item item) {
        int position = position(members, item);
        boolean whole = item.designators().size() == 1 && position < members.size();
        return whole ? Optional.of(members.get(position).type()) : Optional.empty();
    }

    private void designated(
            Initializer.Item item, String path, String field, Optional<TypeName> type, List<InitializedField> found) {
        StringBuilder inner = new StringBuilder(path);
        String last = field;
        for (Initializer.Designator designator : item.designators()) {
            if (designator instanceof Initializer.Designator.Field named) {
                inner.append('.').append(named.name());
                last = named.name();
            } else if (designator instanceof Initializer.Designator.Index indexed) {
                inner.append('[').append(indexText(indexed)).append(']');
            }
        }
        add(type, item.value(), inner.toString(), last, found);
    }

    private static String indexText(Initializer.Designator.Index indexed) {
        if (indexed.index() instanceof Expression.Number number) {
            return number.text();
        }
        return indexed.index() instanceof Expression.Name name ? name.name() : "?";
    }
}
