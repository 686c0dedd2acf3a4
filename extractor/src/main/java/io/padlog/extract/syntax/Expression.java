package io.padlog.extract.syntax;

import io.padlog.extract.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An expression (C17 §6.5, with GNU and MSVC extensions). Parentheses leave no trace. */
public sealed interface Expression {
    Span span();

    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onName(Name name);
        R onNumber(Number number);
        R onText(Text text);
        R onCall(Call call);
        R onMember(Member member);
        R onElement(Element element);
        R onUnary(Unary unary);
        R onUpdate(Update update);
        R onBinary(Binary binary);
        R onAssignment(Assignment assignment);
        R onConditional(Conditional conditional);
        R onCast(Cast cast);
        R onConstruct(Construct construct);
        R onNew(New object);
        R onDelete(Delete object);
        R onSizeOf(SizeOf sizeOf);
        R onCompoundLiteral(CompoundLiteral literal);
        R onComma(Comma comma);
        R onStatementExpression(StatementExpression expression);
        R onLambda(Lambda lambda);
        R onLabelAddress(LabelAddress address);
        R onOpaque(Opaque opaque);
    }

    /** {@code name} */
    record Name(Span span, String name) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onName(this); }
    }

    /** {@code 42}, {@code 'a'}, {@code 1.5}; {@code value} is empty where it is not an integer that fits in 64 bits. */
    record Number(Span span, String text, Optional<Long> value) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onNumber(this); }
    }

    /** {@code "abc" "def"}; {@code text} is the first piece as spelled. */
    record Text(Span span, String text) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onText(this); }
    }

    /** {@code function(arguments)} */
    record Call(Span span, Expression function, List<Expression> arguments) implements Expression {
        public Call { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onCall(this); }
    }

    /** {@code base.field}, or {@code base->field} when {@code arrow}. */
    record Member(Span span, Expression base, String field, boolean arrow) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onMember(this); }
    }

    /** {@code base[index]} */
    record Element(Span span, Expression base, Expression index) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onElement(this); }
    }

    /** {@code -operand} and its kind; no side effect. */
    record Unary(Span span, UnaryOperator operator, Expression operand) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onUnary(this); }
    }

    /** Prefix operators without a side effect. */
    enum UnaryOperator { PLUS, MINUS, NOT, COMPLEMENT, ADDRESS_OF, DEREFERENCE }

    /** {@code ++x}, {@code x--}: {@code change} is 1 or -1; {@code prefix} says that the value is the new one. */
    record Update(Span span, Expression target, int change, boolean prefix) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onUpdate(this); }
    }

    /**
     * {@code a + b - c}: operands of one precedence level, applied from the left; a list, so that a long chain is not
     * deep. There is one operand more than operators.
     */
    record Binary(Span span, List<BinaryOperator> operators, List<Expression> operands) implements Expression {
        public Binary {
            operators = List.copyOf(operators);
            operands = List.copyOf(operands);
            if (operators.isEmpty() || operands.size() != operators.size() + 1) {
                throw new IllegalArgumentException(operators.size() + " operators, " + operands.size() + " operands");
            }
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onBinary(this); }
    }

    /** {@code target = value}; {@code operator} is empty for plain assignment, PLUS for {@code +=}. */
    record Assignment(Span span, Expression target, Optional<BinaryOperator> operator, Expression value)
            implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onAssignment(this); }
    }

    /** {@code condition ? then : otherwise}; {@code then} is empty in GNU's {@code a ?: b}. */
    record Conditional(Span span, Expression condition, Optional<Expression> then, Expression otherwise)
            implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onConditional(this); }

        /** The same for a call of what is chosen: {@code condition ? then(arguments) : otherwise(arguments)}. */
        public Conditional called(Call call) {
            return new Conditional(call.span(), condition, then.map(function -> new Call(call.span(), function, call.arguments())),
                    new Call(call.span(), otherwise, call.arguments()));
        }
    }

    /** {@code (type) operand} */
    record Cast(Span span, TypeName type, Expression operand) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCast(this); }
    }

    /** In C++ what a constructor does before its body: {@code member} or base {@code (arguments)}. */
    record Construct(Span span, String member, List<Expression> arguments) implements Expression {
        public Construct { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onConstruct(this); }
    }

    /** {@code new type(arguments)}; the storage that it may be given and the bounds of an array are not kept. */
    record New(Span span, String type, List<Expression> arguments) implements Expression {
        public New { arguments = List.copyOf(arguments); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onNew(this); }
    }

    /** {@code delete object} */
    record Delete(Span span, Expression object) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onDelete(this); }
    }

    /** {@code sizeof x}, {@code _Alignof(T)}, {@code offsetof(T, f)}: a constant whose value is not known here. */
    record SizeOf(Span span) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onSizeOf(this); }
    }

    /** {@code (type){ initializer }} */
    record CompoundLiteral(Span span, TypeName type, Initializer.Braced initializer) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onCompoundLiteral(this); }
    }

    /** {@code a, b, c} */
    record Comma(Span span, List<Expression> parts) implements Expression {
        public Comma { parts = List.copyOf(parts); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onComma(this); }
    }

    /** GNU {@code ({ statements; value; })} */
    record StatementExpression(Span span, Statement.Block block) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onStatementExpression(this); }
    }

    /** {@code [captures](parameters) { statements }} */
    record Lambda(Span span, List<Declaration.Parameter> parameters, Statement.Block body) implements Expression {
        public Lambda { parameters = List.copyOf(parameters); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onLambda(this); }
    }

    /** GNU {@code &&label} */
    record LabelAddress(Span span, String label) implements Expression {
        @Override public <R> R fold(Cases<R> cases) { return cases.onLabelAddress(this); }
    }

    /** Something read but not understood, {@code _Generic} for example: it has a value and no known effect. */
    record Opaque(Span span, String reason) implements Expression {
        public Opaque { Objects.requireNonNull(reason); }
        @Override public <R> R fold(Cases<R> cases) { return cases.onOpaque(this); }
    }
}
