package io.padlog.extract.parse;

import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.syntax.Statement;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.syntax.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Syntax as S-expressions, for tests. */
final class SyntaxPrinter
        implements Declaration.Cases<String>, Statement.Cases<String>, Expression.Cases<String> {
    static String print(TranslationUnit unit) {
        return unit.declarations().stream().map(new SyntaxPrinter()::print).collect(Collectors.joining(" "));
    }

    String print(Declaration declaration) {
        return declaration.fold(this);
    }

    String print(Statement statement) {
        return statement.fold(this);
    }

    String print(Expression expression) {
        return expression.fold(this);
    }

    private static String list(Object... parts) {
        return java.util.Arrays.stream(parts).map(Object::toString).filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" ", "(", ")"));
    }

    private static <T> String all(List<T> items, Function<T, String> print) {
        return items.stream().map(print).collect(Collectors.joining(" "));
    }

    private static String type(TypeName type) {
        return type.text().replace(" *", "*").replace(" []", "[]").replace(" ()", "()");
    }

    // Declarations

    private static String storage(Declaration.Storage storage) {
        return storage == Declaration.Storage.NONE ? "" : storage.name().toLowerCase();
    }

    private static String annotations(List<Declaration.Annotation> annotations) {
        return all(annotations, a -> "@" + a.identifier()
            + (a.arguments().isEmpty() ? "" : "{" + String.join("|", a.arguments()) + "}"));
    }

    private static String parameters(List<Declaration.Parameter> parameters, boolean variadic) {
        return "[" + parameters.stream()
            .map(p -> (annotations(p.annotations()) + " " + type(p.type()) + " " + p.identifier()).strip())
            .collect(Collectors.joining(", ")) + (variadic ? ", ..." : "") + "]";
    }

    @Override public String onFunction(Declaration.Function f) {
        return list("function", storage(f.storage()), f.inline() ? "inline" : "", annotations(f.annotations()),
            type(f.returns()), f.identifier(), parameters(f.parameters(), f.variadic()), print(f.body()));
    }

    @Override public String onPrototype(Declaration.Prototype p) {
        return list("prototype", storage(p.storage()), annotations(p.annotations()), type(p.returns()), p.identifier(),
            parameters(p.parameters(), p.variadic()));
    }

    @Override public String onVariable(Declaration.Variable v) {
        return list("var", storage(v.storage()), annotations(v.annotations()), type(v.type()), v.identifier(),
            v.initializer().map(this::initializer).orElse(""));
    }

    @Override public String onTypedef(Declaration.Typedef t) {
        return list("typedef", annotations(t.annotations()), type(t.type()), t.identifier());
    }

    @Override public String onRecord(Declaration.Record r) {
        return list(r.union() ? "union" : "struct", r.tag(), r.bases().isEmpty() ? "" : ":" + String.join(",", r.bases()),
            all(r.fields(), f -> list(type(f.type()), f.identifier())),
            all(r.methods(), m -> list(m.isVirtual() ? "virtual" : m.isStatic() ? "static" : "method", m.identifier())));
    }

    @Override public String onEnumeration(Declaration.Enumeration e) {
        return list("enum", e.tag(), all(e.enumerators(),
            i -> i.value().map(v -> list(i.identifier(), print(v))).orElse(i.identifier())));
    }

    @Override public String onMacroUse(Declaration.MacroUse use) {
        return list("macro", use.identifier(), String.join("|", use.arguments()));
    }

    @Override public String onOpaque(Declaration.Opaque opaque) {
        return list("lost", opaque.identifier().orElse(""));
    }

    private String initializer(Initializer initializer) {
        if (initializer instanceof Initializer.Braced braced) {
            return "{" + all(braced.items(), item -> all(item.designators(), this::designator)
                + (item.designators().isEmpty() ? "" : "=") + initializer(item.value())) + "}";
        }
        if (initializer instanceof Initializer.Constructed constructed) {
            return "(" + all(constructed.arguments(), this::print) + ")";
        }
        return print(((Initializer.Single) initializer).value());
    }

    private String designator(Initializer.Designator designator) {
        return designator instanceof Initializer.Designator.Field field
            ? "." + field.name() : "[" + print(((Initializer.Designator.Index) designator).index()) + "]";
    }

    // Statements

    @Override public String onBlock(Statement.Block block) {
        return "{" + all(block.statements(), this::print) + "}";
    }

    @Override public String onDeclarations(Statement.Declarations declarations) {
        return all(declarations.declarations(), this::print);
    }

    @Override public String onEvaluate(Statement.Evaluate evaluate) {
        return print(evaluate.expression()) + ";";
    }

    @Override public String onIf(Statement.If statement) {
        return list("if", all(statement.arms(), a -> print(a.condition()) + " " + print(a.then())),
            statement.otherwise().map(s -> "else " + print(s)).orElse(""));
    }

    @Override public String onWhile(Statement.While loop) {
        return list("while", print(loop.condition()), print(loop.body()));
    }

    @Override public String onDoWhile(Statement.DoWhile loop) {
        return list("do", print(loop.body()), print(loop.condition()));
    }

    @Override public String onFor(Statement.For loop) {
        return list("for", loop.start().map(this::print).orElse("-"), loop.condition().map(this::print).orElse("-"),
            loop.step().map(this::print).orElse("-"), print(loop.body()));
    }

    @Override public String onMacroLoop(Statement.MacroLoop loop) {
        return list("loop", print(loop.head()), print(loop.body()));
    }

    @Override public String onSwitch(Statement.Switch statement) {
        return list("switch", print(statement.subject()), print(statement.body()));
    }

    @Override public String onLabeled(Statement.Labeled labeled) {
        return list("label", all(labeled.labels(), this::label), print(labeled.body()));
    }

    private String label(Statement.Label label) {
        if (label instanceof Statement.Label.Named named) {
            return named.name();
        }
        return label instanceof Statement.Label.Case c
            ? list("case", print(c.low()), c.high().map(this::print).orElse("")) : "default";
    }

    @Override public String onGoto(Statement.Goto jump) {
        return list("goto", jump.label());
    }

    @Override public String onComputedGoto(Statement.ComputedGoto jump) {
        return list("goto*", print(jump.target()));
    }

    @Override public String onBreak(Statement.Break jump) {
        return "break";
    }

    @Override public String onContinue(Statement.Continue jump) {
        return "continue";
    }

    @Override public String onReturn(Statement.Return jump) {
        return list("return", jump.value().map(this::print).orElse(""));
    }

    @Override public String onTry(Statement.Try statement) {
        String handler = statement.handler() instanceof Statement.Handler.Except except
            ? "except " + print(except.filter()) : "finally";
        return list("try", print(statement.body()), handler, print(statement.handler().block()));
    }

    @Override public String onLeave(Statement.Leave jump) {
        return "leave";
    }

    @Override public String onAssembly(Statement.Assembly assembly) {
        return list("asm", String.join(" ", assembly.labels()));
    }

    @Override public String onEmpty(Statement.Empty empty) {
        return ";";
    }

    @Override public String onOpaque(Statement.Opaque opaque) {
        return "opaque";
    }

    // Expressions

    @Override public String onName(Expression.Name name) {
        return name.name();
    }

    @Override public String onNumber(Expression.Number number) {
        return number.value().map(String::valueOf).orElse(number.text());
    }

    @Override public String onText(Expression.Text text) {
        return text.text();
    }

    @Override public String onCall(Expression.Call call) {
        return list("call", print(call.function()), all(call.arguments(), this::print));
    }

    @Override public String onMember(Expression.Member member) {
        return list(member.arrow() ? "->" : ".", print(member.base()), member.field());
    }

    @Override public String onElement(Expression.Element element) {
        return list("[]", print(element.base()), print(element.index()));
    }

    @Override public String onUnary(Expression.Unary unary) {
        String operator = switch (unary.operator()) {
            case PLUS -> "+";
            case MINUS -> "-";
            case NOT -> "!";
            case COMPLEMENT -> "~";
            case ADDRESS_OF -> "&";
            case DEREFERENCE -> "*";
        };
        return list(operator, print(unary.operand()));
    }

    @Override public String onUpdate(Expression.Update update) {
        String operator = update.change() > 0 ? "++" : "--";
        return update.prefix() ? list(operator, print(update.target())) : list(print(update.target()), operator);
    }

    @Override public String onBinary(Expression.Binary binary) {
        StringBuilder text = new StringBuilder("(").append(print(binary.operands().get(0)));
        for (int i = 0; i < binary.operators().size(); i++) {
            text.append(' ').append(binary.operators().get(i).spelling()).append(' ')
                .append(print(binary.operands().get(i + 1)));
        }
        return text.append(')').toString();
    }

    @Override public String onAssignment(Expression.Assignment assignment) {
        return list(assignment.operator().map(o -> o.spelling() + "=").orElse("="),
            print(assignment.target()), print(assignment.value()));
    }

    @Override public String onConditional(Expression.Conditional conditional) {
        Optional<String> then = conditional.then().map(this::print);
        return list("?", print(conditional.condition()), then.orElse("-"), print(conditional.otherwise()));
    }

    @Override public String onCast(Expression.Cast cast) {
        return list("cast", type(cast.type()), print(cast.operand()));
    }

    @Override public String onConstruct(Expression.Construct construct) {
        return list("construct", construct.member(), all(construct.arguments(), this::print));
    }

    @Override public String onNew(Expression.New object) {
        return list("new", object.type(), all(object.arguments(), this::print));
    }

    @Override public String onDelete(Expression.Delete object) {
        return list("delete", print(object.object()));
    }

    @Override public String onSizeOf(Expression.SizeOf sizeOf) {
        return "sizeof";
    }

    @Override public String onCompoundLiteral(Expression.CompoundLiteral literal) {
        return list("literal", type(literal.type()), initializer(literal.initializer()));
    }

    @Override public String onComma(Expression.Comma comma) {
        return list(",", all(comma.parts(), this::print));
    }

    @Override public String onStatementExpression(Expression.StatementExpression expression) {
        return list("block", print(expression.block()));
    }

    @Override public String onLambda(Expression.Lambda lambda) {
        return list("lambda", parameters(lambda.parameters(), false), print(lambda.body()));
    }

    @Override public String onLabelAddress(Expression.LabelAddress address) {
        return list("&&", address.label());
    }

    @Override public String onOpaque(Expression.Opaque opaque) {
        return "?" + opaque.reason().replace(' ', '_');
    }
}
