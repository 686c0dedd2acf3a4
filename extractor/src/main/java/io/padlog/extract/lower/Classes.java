package io.padlog.extract.lower;

import io.padlog.extract.source.Language;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Declaration.Method;
import io.padlog.extract.syntax.Declaration.Parameter;
import io.padlog.extract.syntax.TypeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a C++ source and its headers declare of classes, and of the types of variables and functions, so far as it tells
 * which method a call means and what a name inside a method is. A C source has none.
 */
public final class Classes {
    private static final Classes NONE = new Classes(Language.C, List.of(), List.of());
    private static final int MOST_TYPEDEFS = 8;
    private static final int DEEPEST_BASE = 16;

    private final Map<String, Declaration.Record> records = new HashMap<>();
    private final Map<String, TypeName> typedefs = new HashMap<>();
    private final Map<String, TypeName> globals = new HashMap<>();
    private final Map<String, List<List<Parameter>>> functions = new HashMap<>();
    private final Map<String, List<Declaration.Function>> definitions = new HashMap<>();
    private final Map<String, TypeName> returns = new HashMap<>();
    private final Map<String, Map<String, String>> locals = new HashMap<>();
    private final Language language;
    private final List<Declaration> declarations;

    /** A class with what the parameters of its template stand for. */
    record ClassType(Declaration.Record record, Map<String, String> bindings) {
        /** Its name without those of classes around it. */
        String simpleName() {
            return record.tag().substring(record.tag().lastIndexOf(':') + 1);
        }

        String constructor() {
            return record.tag() + "::" + simpleName();
        }

        String destructor() {
            return record.tag() + "::~" + simpleName();
        }
    }

    /** A field, in the class that it belongs to. */
    record FoundField(ClassType owner, TypeName type) {}

    /** The methods of one name, in the class that has them. */
    record FoundMethods(ClassType owner, List<Method> methods) {
        String name() {
            return owner.record().tag() + "::" + methods.get(0).identifier();
        }
    }

    private Classes(Language language, List<Declaration> headers, List<Declaration> own) {
        this.language = language;
        declarations = new ArrayList<>(headers);
        declarations.addAll(own);
        declarations.forEach(this::add);
    }

    static Classes of(Language language) {
        return language == Language.C ? NONE : new Classes(language, List.of(), List.of());
    }

    /** The classes that a function declares itself, whose names have its own in front, by what they are called in it. */
    Map<String, String> localTo(String function) {
        return locals.getOrDefault(function, Map.of());
    }

    /** These and what a source declares itself. */
    Classes with(List<Declaration> own) {
        return language == Language.C ? this : new Classes(language, declarations, own);
    }

    boolean isC() {
        return language == Language.C;
    }

    private void add(Declaration declaration) {
        if (declaration instanceof Declaration.Record record && !record.tag().isEmpty()) {
            records.put(record.tag(), record);
            int end = record.tag().lastIndexOf("::");
            if (end >= 0) {
                String simple = record.tag().substring(end + 2);
                records.putIfAbsent(simple, record);
                locals.computeIfAbsent(record.tag().substring(0, end), key -> new HashMap<>(2)).put(simple, record.tag());
            }
            for (Method method : record.methods()) {
                function(record.tag() + "::" + method.identifier(), method.parameters(), method.returns());
            }
        } else if (declaration instanceof Declaration.Typedef typedef) {
            typedefs.putIfAbsent(typedef.identifier(), typedef.type());
        } else if (declaration instanceof Declaration.Variable variable) {
            globals.putIfAbsent(variable.identifier(), variable.type());
        } else if (declaration instanceof Declaration.Prototype prototype) {
            function(prototype.identifier(), prototype.parameters(), prototype.returns());
        } else if (declaration instanceof Declaration.Function function) {
            definitions.computeIfAbsent(function.identifier(), key -> new ArrayList<>(1)).add(function);
            function(function.identifier(), function.parameters(), function.returns());
        }
    }

    private void function(String name, List<Parameter> parameters, TypeName returned) {
        functions.computeIfAbsent(name, key -> new ArrayList<>(1)).add(parameters);
        returns.putIfAbsent(name, returned);
    }

    /** The parameters of the function of that name that takes so many arguments, as far as known. */
    List<Parameter> parameters(String function, int arguments) {
        List<List<Parameter>> overloads = functions.getOrDefault(function, List.of());
        for (List<Parameter> parameters : overloads) {
            if (parameters.size() == arguments) {
                return parameters;
            }
        }
        for (List<Parameter> parameters : overloads) {
            if (parameters.size() > arguments && parameters.get(arguments).value().isPresent()) {
                return parameters;
            }
        }
        return List.of();
    }

    /** The definition of a function, if exactly one takes so many arguments. */
    Optional<Declaration.Function> definition(String function, int arguments) {
        List<Declaration.Function> found = definitions.getOrDefault(function, List.of()).stream()
                .filter(one -> one.parameters().size() == arguments).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    boolean isFunction(String name) {
        return functions.containsKey(name);
    }

    Optional<TypeName> returned(String function) {
        return Optional.ofNullable(returns.get(function));
    }

    Optional<TypeName> global(String name) {
        return Optional.ofNullable(globals.get(name));
    }

    /** Whether a name is a type's. */
    boolean isType(String name) {
        return typedefs.containsKey(name) || records.containsKey(name);
    }

    boolean isClass(String name) {
        return classOf(name, Map.of()).isPresent();
    }

    /** The class of a type, also of one that points to it. */
    Optional<ClassType> classOf(TypeName type, Map<String, String> bindings) {
        return classOf(type.specifiers(), bindings);
    }

    /** The class of an object that the type makes: not of a pointer, a reference or an array. */
    Optional<ClassType> objectOf(TypeName type, Map<String, String> bindings) {
        TypeName actual = type;
        for (int i = 0; i < MOST_TYPEDEFS; i++) {
            if (actual.pointers() > 0 || actual.array() || actual.function() || actual.reference()) {
                return Optional.empty();
            }
            TypeName next = typedefs.get(actual.specifiers());
            if (next == null) {
                break;
            }
            actual = next;
        }
        return classOf(actual.specifiers(), bindings);
    }

    Optional<ClassType> classOf(String written, Map<String, String> bindings) {
        String name = plain(written);
        for (int i = 0; i < MOST_TYPEDEFS; i++) {
            String bound = bindings.get(name);
            TypeName typedef = typedefs.get(name);
            if (bound != null && !bound.equals(name)) {
                name = bound;
            } else if (typedef != null && !plain(typedef.specifiers()).equals(name)) {
                name = plain(typedef.specifiers());
            } else {
                break;
            }
        }
        int open = name.indexOf('<');
        String template = open < 0 ? name : name.substring(0, open);
        Declaration.Record record = records.get(template);
        if (record == null) {
            record = records.get(template.substring(template.lastIndexOf(':') + 1));
        }
        if (record == null) {
            return Optional.empty();
        }
        List<String> arguments = open < 0 || !name.endsWith(">")
                ? List.of() : split(name.substring(open + 1, name.length() - 1));
        Map<String, String> own = new HashMap<>();
        for (int i = 0; i < arguments.size() && i < record.templateParameters().size(); i++) {
            String argument = arguments.get(i);
            own.put(record.templateParameters().get(i), bindings.getOrDefault(argument, argument));
        }
        return Optional.of(new ClassType(record, Map.copyOf(own)));
    }

    private static String plain(String written) {
        int blank = written.indexOf(' ');
        String first = blank < 0 ? "" : written.substring(0, blank);
        return first.equals("struct") || first.equals("class") || first.equals("union") ? written.substring(blank + 1) : written;
    }

    private static List<String> split(String arguments) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= arguments.length(); i++) {
            char c = i < arguments.length() ? arguments.charAt(i) : ',';
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(arguments.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    /** A field of a class or of its bases. */
    Optional<FoundField> field(ClassType type, String name) {
        for (ClassType at : lineage(type)) {
            for (Declaration.Field field : at.record().fields()) {
                if (field.identifier().equals(name)) {
                    return Optional.of(new FoundField(at, field.type()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods of that name of a class or of the nearest of its bases that has some. */
    Optional<FoundMethods> methods(ClassType type, String name) {
        for (ClassType at : lineage(type)) {
            List<Method> found = at.record().methods().stream().filter(method -> method.identifier().equals(name)).toList();
            if (!found.isEmpty()) {
                return Optional.of(new FoundMethods(at, found));
            }
        }
        return Optional.empty();
    }

    List<ClassType> bases(ClassType type) {
        List<ClassType> bases = new ArrayList<>();
        for (String base : type.record().bases()) {
            Optional<ClassType> found = classOf(base, type.bindings());
            if (found.isPresent() && found.get().record() != type.record()) {
                bases.add(found.get());
            }
        }
        return bases;
    }

    /** The class and its bases, nearest first. */
    List<ClassType> lineage(ClassType type) {
        List<ClassType> found = new ArrayList<>();
        // A class is what one declaration says, and to compare all of two declarations costs as much as their text.
        Set<Declaration.Record> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        found.add(type);
        seen.add(type.record());
        for (int i = 0; i < found.size() && found.size() < DEEPEST_BASE; i++) {
            for (ClassType base : bases(found.get(i))) {
                if (seen.add(base.record())) {
                    found.add(base);
                }
            }
        }
        return found;
    }
}
