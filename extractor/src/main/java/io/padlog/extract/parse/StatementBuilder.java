package io.padlog.extract.parse;

import static io.padlog.extract.parse.ExpressionBuilder.start;
import static io.padlog.extract.parse.ExpressionBuilder.stop;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Statement;
import io.padlog.extract.syntax.Statement.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parse trees of statements to syntax. */
final class StatementBuilder {
    private final SliceStream slice;
    private final DeclarationBuilder declarations;
    private final ExpressionBuilder expressions;
    private final Losses losses;
    /** What conditions of the statement in hand declare. */
    private List<Declaration> declared = new ArrayList<>();

    StatementBuilder(
            SliceStream slice, DeclarationBuilder declarations, ExpressionBuilder expressions, Losses losses) {
        this.slice = slice;
        this.declarations = declarations;
        this.expressions = expressions;
        this.losses = losses;
    }

    Statement.Block block(CParser.BlockContext tree) {
        List<ParseTree> children = DeclarationBuilder.children(tree);
        List<Statement> found = new ArrayList<>(children.size());
        List<Label> labels = new ArrayList<>();
        for (ParseTree child : children) {
            CParser.BlockItemContext item = (CParser.BlockItemContext) child;
            if (item.exception == null && item.getChild(0) instanceof CParser.LabelContext label) {
                labels.add(label(label));
                continue;
            }
            Optional<Statement> statement = item(item);
            if (statement.isPresent()) {
                found.add(labelled(labels, statement.get()));
                labels.clear();
            }
        }
        if (!labels.isEmpty()) {
            found.add(labelled(labels, new Statement.Empty(slice.span(stop(tree)))));
        }
        return new Statement.Block(expressions.span(tree), found);
    }

    private static Statement labelled(List<Label> labels, Statement body) {
        return labels.isEmpty()
            ? body : new Statement.Labeled(labels.get(0).span().to(body.span()), labels, body);
    }

    /** Empty for a declaration that declares nothing: {@code static_assert}. */
    private Optional<Statement> item(CParser.BlockItemContext item) {
        if (item.exception != null) {
            int start = start(item);
            String reason = Losses.reason(item.exception, slice);
            losses.add(Diagnostic.Kind.OPAQUE_STATEMENT, slice.origin(start), "statement not read: " + reason);
            return Optional.of(new Statement.Opaque(expressions.span(item), reason));
        }
        return item.getChild(0) instanceof CParser.DeclarationContext declaration
            ? declarations(declaration) : Optional.of(simple((CParser.SimpleContext) item.getChild(0)));
    }

    private Optional<Statement> declarations(CParser.DeclarationContext tree) {
        List<Declaration> found = new ArrayList<>();
        declarations.declaration(tree, found);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Statement.Declarations(expressions.span(tree), found));
    }

    private Statement statement(CParser.StatementContext tree) {
        int last = tree.children.size() - 1;
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < last; i++) {
            labels.add(label((CParser.LabelContext) tree.children.get(i)));
        }
        return labelled(labels, simple((CParser.SimpleContext) tree.children.get(last)));
    }

    private Label label(CParser.LabelContext tree) {
        Span span = expressions.span(tree);
        return switch (slice.type(start(tree))) {
            case CParser.CASE -> new Label.Case(span, expressions.assignment((CParser.AssignmentContext) tree.getChild(0)),
                tree.getChildCount() > 1
                    ? Optional.of(expressions.assignment((CParser.AssignmentContext) tree.getChild(1))) : Optional.empty());
            case CParser.DEFAULT -> new Label.Default(span);
            default -> new Label.Named(span, slice.text(start(tree)));
        };
    }

    private Statement simple(CParser.SimpleContext tree) {
        Span span = expressions.span(tree);
        int start = start(tree);
        ParserRuleContext child = tree.getChildCount() > 0 ? (ParserRuleContext) tree.getChild(0) : tree;
        return switch (slice.type(start)) {
            case CParser.LEFT_BRACE -> block((CParser.BlockContext) child);
            case CParser.SEMICOLON -> new Statement.Empty(span);
            case CParser.IF, CParser.WHILE, CParser.SWITCH -> withHead(span, child);
            case CParser.DO -> doLoop((CParser.DoStatementContext) child);
            case CParser.FOR -> forLoop((CParser.ForStatementContext) child);
            case CParser.RANGE_FOR -> rangeFor((CParser.RangeForContext) child);
            case CParser.CPP_TRY -> tryBlock((CParser.TryBlockContext) child);
            case CParser.THROW -> new Statement.Evaluate(span, new Expression.Call(span, new Expression.Name(span, "throw"),
                returned(child, tree).map(List::of).orElse(List.of())));
            case CParser.GOTO -> slice.type(start + 1) == CParser.STAR
                ? new Statement.ComputedGoto(span, expressions.assignment((CParser.AssignmentContext) child))
                : new Statement.Goto(span, slice.text(start + 1));
            case CParser.BREAK -> new Statement.Break(span);
            case CParser.CONTINUE -> new Statement.Continue(span);
            case CParser.RETURN -> new Statement.Return(span, returned(child, tree));
            case CParser.TRY -> tryStatement((CParser.TryStatementContext) child);
            case CParser.LEAVE -> new Statement.Leave(span);
            case CParser.ASM -> new Statement.Assembly(span, slice.assemblyLabels(start));
            case CParser.MACRO_WORD -> new Statement.Evaluate(span, new Expression.Name(span, slice.text(start)));
            case CParser.MACRO_CALL -> new Statement.Evaluate(span, macroCall(start, (CParser.ArgumentsContext) child));
            case CParser.MACRO_LOOP -> new Statement.MacroLoop(span, macroCall(start, (CParser.ArgumentsContext) child),
                statement((CParser.StatementContext) tree.getChild(1)));
            case CParser.OPAQUE_STATEMENT -> new Statement.Opaque(span, Losses.TOO_DEEP);
            default -> new Statement.Evaluate(
                span, expressions.expression(((CParser.EvaluationContext) child).expression()));
        };
    }

    private Optional<Expression> returned(ParserRuleContext child, ParserRuleContext tree) {
        if (child == tree) {
            return Optional.empty();
        }
        return Optional.of(child instanceof CParser.ExpressionContext value
            ? expressions.expression(value) : new Expression.Opaque(expressions.span(child), "braced value"));
    }

    private Expression.Call macroCall(int name, CParser.ArgumentsContext arguments) {
        Span span = new Span(slice.first(name), slice.last(stop(arguments)));
        return new Expression.Call(
            span, new Expression.Name(slice.span(name), slice.text(name)), expressions.arguments(arguments));
    }

    /** What a condition declares is known in the whole statement: {@code { T name; if ((name = value)) … }}. */
    private Statement withHead(Span span, ParserRuleContext tree) {
        List<Declaration> outer = declared;
        declared = new ArrayList<>();
        Statement statement;
        if (tree instanceof CParser.IfStatementContext choice) {
            statement = ifStatement(choice);
        } else if (tree instanceof CParser.WhileStatementContext loop) {
            statement = whileLoop(loop);
        } else {
            CParser.SwitchStatementContext choice = (CParser.SwitchStatementContext) tree;
            statement = new Statement.Switch(span, head(choice.head()), statement(choice.statement()));
        }
        List<Declaration> own = declared;
        declared = outer;
        return own.isEmpty() ? statement
            : new Statement.Block(span, List.of(new Statement.Declarations(span, own), statement));
    }

    private Expression declaredCondition(CParser.DeclaredConditionContext tree) {
        Declaration.Variable variable = declarations.variable(tree.specifiers(), tree.declarator());
        declared.add(variable);
        Span span = expressions.span(tree);
        Expression value = tree.initializer() != null && tree.initializer().assignment() != null
            ? expressions.assignment(tree.initializer().assignment()) : new Expression.Opaque(span, "constructed");
        return new Expression.Assignment(
            span, new Expression.Name(variable.name(), variable.identifier()), Optional.empty(), value);
    }

    /** Runs any number of times, with another value of the variable each time. */
    private Statement rangeFor(CParser.RangeForContext tree) {
        Span span = expressions.span(tree);
        Declaration.Variable variable = declarations.variable(tree.specifiers(), tree.declarator());
        Statement body = statement(tree.statement());
        Statement each = new Statement.Block(body.span(), List.of(new Statement.Declarations(
            variable.span(), List.of(variable)), body));
        return new Statement.MacroLoop(span, expressions.expression(tree.expression()), each);
    }

    /** Which handler takes an exception is not known: any may. */
    private Statement tryBlock(CParser.TryBlockContext tree) {
        List<Statement.Block> handlers = new ArrayList<>();
        for (int i = 1; i < tree.block().size(); i++) {
            Statement.Block block = block(tree.block(i));
            CParser.ParameterContext parameter = tree.parameter(i - 1);
            if (parameter.specifiers() != null) {
                Declaration.Variable caught = declarations.variable(parameter.specifiers(), parameter.declarator());
                block = new Statement.Block(block.span(), List.of(
                    new Statement.Declarations(caught.span(), List.of(caught)), block));
            }
            handlers.add(block);
        }
        if (handlers.isEmpty()) {
            // A macro has the handlers.
            return block(tree.block(0));
        }
        Statement.Block last = handlers.get(handlers.size() - 1);
        Span span = handlers.get(0).span();
        Statement.Block all = last;
        if (handlers.size() > 1) {
            List<Statement.Arm> arms = new ArrayList<>();
            for (Statement.Block handler : handlers.subList(0, handlers.size() - 1)) {
                arms.add(new Statement.Arm(new Expression.Opaque(handler.span(), "exception"), handler));
            }
            all = new Statement.Block(span, List.of(new Statement.If(span.to(last.span()), arms, Optional.of(last))));
        }
        return new Statement.Try(expressions.span(tree), block(tree.block(0)),
            new Statement.Handler.Except(span, new Expression.Number(span, "1", Optional.of(1L)), all));
    }

    /** What could not be read stays in the control flow as a statement of its own that gives the condition. */
    private Expression head(CParser.HeadContext tree) {
        if (tree.exception == null) {
            return tree.declaredCondition() != null
                ? declaredCondition(tree.declaredCondition()) : expressions.expression(tree.expression());
        }
        String reason = Losses.reason(tree.exception, slice);
        losses.add(Diagnostic.Kind.OPAQUE_STATEMENT, slice.origin(start(tree)), "condition not read: " + reason);
        Span span = expressions.span(tree);
        return new Expression.StatementExpression(span, new Statement.Block(span, List.of(new Statement.Opaque(span, reason))));
    }

    private Statement.If ifStatement(CParser.IfStatementContext tree) {
        List<Statement.Arm> arms = new ArrayList<>();
        Optional<Statement> otherwise = Optional.empty();
        Optional<Expression> condition = Optional.empty();
        for (ParseTree child : tree.children) {
            if (child instanceof CParser.HeadContext next) {
                condition = Optional.of(head(next));
            } else {
                Statement body = statement((CParser.StatementContext) child);
                if (condition.isPresent()) {
                    arms.add(new Statement.Arm(condition.get(), body));
                } else {
                    otherwise = Optional.of(body);
                }
                condition = Optional.empty();
            }
        }
        return new Statement.If(expressions.span(tree), arms, otherwise);
    }

    private Statement.While whileLoop(CParser.WhileStatementContext tree) {
        return new Statement.While(
            expressions.span(tree), head(tree.head()), statement(tree.statement()));
    }

    private Statement.DoWhile doLoop(CParser.DoStatementContext tree) {
        return new Statement.DoWhile(
            expressions.span(tree), statement(tree.statement()), head(tree.head()));
    }

    private Statement.For forLoop(CParser.ForStatementContext tree) {
        Optional<Statement> first = Optional.empty();
        if (tree.getChild(0) instanceof CParser.DeclarationContext declaration) {
            first = declarations(declaration);
        } else if (tree.getChild(0) instanceof CParser.EvaluationContext evaluation) {
            first = Optional.of(new Statement.Evaluate(
                expressions.span(evaluation), expressions.expression(evaluation.expression())));
        }
        return new Statement.For(expressions.span(tree), first, optional(tree.condition), optional(tree.step),
            statement(tree.statement()));
    }

    private Optional<Expression> optional(CParser.ExpressionContext tree) {
        return tree == null ? Optional.empty() : Optional.of(expressions.expression(tree));
    }

    private Statement.Try tryStatement(CParser.TryStatementContext tree) {
        CParser.BlockContext body = tree.block(0);
        Statement.Block handlerBlock = block(tree.block(1));
        int word = stop(body) + 1;
        Span span = new Span(slice.first(word), slice.last(stop(tree)));
        Statement.Handler handler = tree.expression() == null
            ? new Statement.Handler.Finally(span, handlerBlock)
            : new Statement.Handler.Except(span, expressions.expression(tree.expression()), handlerBlock);
        return new Statement.Try(expressions.span(tree), block(body), handler);
    }
}
