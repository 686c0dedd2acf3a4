package io.padlog.extract.syntax;

import io.padlog.extract.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A declaration (C17 §6.7, §6.9). A line that declares several names gives several members. The role-type declaration
 * {@code EVT_WDF_TIMER OnTimer;} looks like a variable without the platform's headers and is one here; {@code resolve}
 * sees that a function has that name.
 */
public sealed interface Declaration {
    Span span();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onFunction(Function function);
        R onPrototype(Prototype prototype);
        R onVariable(Variable variable);
        R onTypedef(Typedef typedef);
        R onRecord(Record record);
        R onEnumeration(Enumeration enumeration);
        R onMacroUse(MacroUse use);
        R onOpaque(Opaque opaque);
    }

    /** Storage class as far as linkage needs it. */
    enum Storage { NONE, STATIC, EXTERN }

    /**
     * A function with its body. {@code name} is the token of its name, {@code parameters} are in order, {@code casts} are
     * the types that its body casts to.
     */
    record Function(
            Span span, Span name, String identifier, Storage storage, boolean inline, TypeName returns,
            List<Parameter> parameters, boolean variadic, List<Annotation> annotations, Statement.Block body,
            List<TypeName> casts)
            implements Declaration {
        public Function {
            parameters = List.copyOf(parameters);
            annotations = List.copyOf(annotations);
            Objects.requireNonNull(body);
            casts = List.copyOf(casts);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onFunction(this); }
    }

    /** A function declared without body: {@code NTSTATUS Start(PDEVICE d);}. */
    record Prototype(
            Span span, String identifier, Storage storage, TypeName returns, List<Parameter> parameters,
            boolean variadic, List<Annotation> annotations) implements Declaration {
        public Prototype {
            parameters = List.copyOf(parameters);
            annotations = List.copyOf(annotations);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onPrototype(this); }
    }

    /** A variable, global or local, or a role-type declaration. */
    record Variable(
            Span span, Span name, String identifier, Storage storage, TypeName type, Optional<Initializer> initializer,
            List<Annotation> annotations) implements Declaration {
        public Variable { annotations = List.copyOf(annotations); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onVariable(this); }
    }

    /** {@code typedef type identifier;} */
    record Typedef(Span span, String identifier, TypeName type, List<Annotation> annotations) implements Declaration {
        public Typedef { annotations = List.copyOf(annotations); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onTypedef(this); }
    }

    /**
     * {@code struct tag { fields }}, a union, or a class of C++ with its methods; {@code tag} is empty for an anonymous
     * one, and has the tag of a class around it in front. Bases are as written.
     */
    record Record(
            Span span, boolean union, String tag, List<Field> fields, List<String> bases, List<Method> methods,
            List<String> templateParameters)
            implements Declaration {
        public Record {
            fields = List.copyOf(fields);
            bases = List.copyOf(bases);
            methods = List.copyOf(methods);
            templateParameters = List.copyOf(templateParameters);
        }
        public Record(Span span, boolean union, String tag, List<Field> fields) {
            this(span, union, tag, fields, List.of(), List.of(), List.of());
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onRecord(this); }
    }

    /** A field of a struct or union; {@code identifier} is empty for an anonymous member. */
    record Field(Span span, String identifier, TypeName type, List<Annotation> annotations) {
        public Field { annotations = List.copyOf(annotations); }
    }

    /**
     * A function of a class, declared or defined in it. A method that is not static has the object as its first
     * parameter, {@code this}.
     */
    record Method(String identifier, boolean isVirtual, TypeName returns, List<Parameter> parameters) {
        public Method { parameters = List.copyOf(parameters); }

        public boolean isStatic() {
            return parameters.isEmpty() || !parameters.get(0).identifier().equals("this");
        }
    }

    /** {@code enum tag { enumerators }} */
    record Enumeration(Span span, String tag, List<Enumerator> enumerators) implements Declaration {
        public Enumeration { enumerators = List.copyOf(enumerators); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onEnumeration(this); }
    }

    /** {@code identifier = value} in an enumeration. */
    record Enumerator(Span span, String identifier, Optional<Expression> value) {}

    /** An unknown macro used as a declaration: {@code DEFINE_GUID(a, b)}; arguments as text. */
    record MacroUse(Span span, String identifier, List<String> arguments) implements Declaration {
        public MacroUse { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onMacroUse(this); }
    }

    /** A declaration that could not be read. {@code identifier} is the function that it seems to define, if any. */
    record Opaque(Span span, String reason, Optional<String> identifier) implements Declaration {
        public Opaque { Objects.requireNonNull(reason); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onOpaque(this); }
    }

    /** A parameter; {@code identifier} is empty where it has no name, {@code value} is C++'s default argument. */
    record Parameter(
            Span span, String identifier, TypeName type, List<Annotation> annotations, Optional<Expression> value) {
        public Parameter {
            annotations = List.copyOf(annotations);
            Objects.requireNonNull(value);
        }
        public Parameter(Span span, String identifier, TypeName type, List<Annotation> annotations) {
            this(span, identifier, type, annotations, Optional.empty());
        }
    }

    /**
     * SAL and its kind: {@code _Acquires_lock_(ext->Lock)}, {@code _In_}, {@code __declspec(noreturn)},
     * {@code __attribute__((noreturn))}.
     *
     * @param identifier the annotation's own name: "_Acquires_lock_", "noreturn"
     * @param arguments its arguments as source text
     */
    record Annotation(Span span, String identifier, List<String> arguments) {
        public Annotation { arguments = List.copyOf(arguments); }
    }
}
