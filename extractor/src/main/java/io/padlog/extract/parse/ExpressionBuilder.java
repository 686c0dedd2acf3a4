package io.padlog.extract.parse;

import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Expression.UnaryOperator;
import io.padlog.extract.syntax.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parse trees of expressions to syntax. Operators are read from the tokens between the operands. */
final class ExpressionBuilder {
    private final SliceStream slice;
    private final DeclarationBuilder declarations;
    private final List<TypeName> casts = new ArrayList<>();

    ExpressionBuilder(SliceStream slice, DeclarationBuilder declarations) {
        this.slice = slice;
        this.declarations = declarations;
    }

    /** The types of the casts built since they were taken last. */
    List<TypeName> takeCasts() {
        List<TypeName> taken = List.copyOf(casts);
        casts.clear();
        return taken;
    }

    static int start(ParserRuleContext tree) {
        return tree.start.getTokenIndex();
    }

    static int stop(ParserRuleContext tree) {
        return tree.stop.getTokenIndex();
    }

    Span span(ParserRuleContext tree) {
        return new Span(slice.first(start(tree)), slice.last(Math.max(start(tree), stop(tree))));
    }

    Expression expression(CParser.ExpressionContext tree) {
        if (tree.children.size() == 1) {
            return assignment((CParser.AssignmentContext) tree.children.get(0));
        }
        List<Expression> parts = new ArrayList<>(tree.children.size());
        for (ParseTree part : tree.children) {
            parts.add(assignment((CParser.AssignmentContext) part));
        }
        return new Expression.Comma(span(tree), parts);
    }

    /**
     * Assignments and conditionals group from the right, and between them stand runs of binary operators. A conditional's
     * last part reaches as far as it can, as in C++.
     */
    Expression assignment(CParser.AssignmentContext tree) {
        List<ParseTree> children = tree.children;
        if (children.size() == 1) {
            return operand((CParser.OperandContext) children.get(0));
        }
        Precedence precedence = new Precedence();
        List<Expression> runs = new ArrayList<>();
        List<Integer> separators = new ArrayList<>();
        List<Optional<Expression>> middles = new ArrayList<>();
        Optional<Expression> middle = Optional.empty();
        for (int i = 0; i < children.size(); i++) {
            if (children.get(i) instanceof CParser.ExpressionContext between) {
                middle = Optional.of(expression(between));
                continue;
            }
            CParser.OperandContext next = (CParser.OperandContext) children.get(i);
            Expression value = operand(next);
            int operator = start(next) - 1;
            if (i == 0) {
                precedence.first(value);
            } else if (slice.type(operator) == CParser.COLON || isAssignment(operator)) {
                runs.add(precedence.finish());
                separators.add(operator);
                middles.add(middle);
                middle = Optional.empty();
                precedence.first(value);
            } else {
                precedence.next(Operators.binary(slice.kind(operator)), value);
            }
        }
        Expression result = precedence.finish();
        for (int i = runs.size() - 1; i >= 0; i--) {
            Expression left = runs.get(i);
            Span span = left.span().to(result.span());
            int operator = separators.get(i);
            result = slice.type(operator) == CParser.COLON
                ? new Expression.Conditional(span, left, middles.get(i), result)
                : new Expression.Assignment(span, left, Operators.compound(slice.kind(operator)), result);
        }
        return result;
    }

    private boolean isAssignment(int operator) {
        return slice.type(operator) == CParser.ASSIGN
            || slice.type(operator) == CParser.INFIX && Operators.compound(slice.kind(operator)).isPresent();
    }

    private Expression operand(CParser.OperandContext tree) {
        int start = start(tree);
        int stop = stop(tree);
        List<ParseTree> children = tree.children == null ? List.of() : tree.children;
        int child = 0;
        int i = start;
        while (isPrefix(slice.type(i))) {
            i = slice.type(i) == CParser.CAST ? stop((ParserRuleContext) children.get(child++)) + 1 : i + 1;
        }
        int prefixEnd = i;
        int casts = child;
        Expression value;
        switch (slice.type(i)) {
            case CParser.LEFT_PAREN -> {
                ParserRuleContext inner = (ParserRuleContext) children.get(child++);
                value = inner instanceof CParser.BlockContext block
                    ? new Expression.StatementExpression(new Span(slice.first(i), slice.last(stop(block) + 1)),
                        declarations.statements().block(block))
                    : expression((CParser.ExpressionContext) inner);
                i = stop(inner) + 2;
            }
            case CParser.LITERAL -> {
                CParser.CompoundLiteralContext literal = (CParser.CompoundLiteralContext) children.get(child++);
                value = new Expression.CompoundLiteral(span(literal), declarations.typeName(literal.typeName()),
                    declarations.braced(literal.braced()));
                i = stop(literal) + 1;
            }
            case CParser.LIST -> {
                CParser.ListContext list = (CParser.ListContext) children.get(child++);
                Span span = span(list);
                value = new Expression.CompoundLiteral(
                    span, new TypeName(span, "", 0, false, false), declarations.braced(list));
                i = stop(list) + 1;
            }
            case CParser.LAMBDA -> {
                CParser.LambdaContext lambda = (CParser.LambdaContext) children.get(child++);
                value = new Expression.Lambda(span(lambda),
                    lambda.parameters() == null ? List.of() : declarations.parameters(lambda.parameters()),
                    declarations.statements().block(lambda.block()));
                i = stop(lambda) + 1;
            }
            case CParser.NEW_OBJECT -> {
                String type = slice.written(i++);
                Optional<CParser.ArgumentsContext> list = i <= stop && slice.type(i) == CParser.LEFT_PAREN
                    ? Optional.of((CParser.ArgumentsContext) children.get(child++)) : Optional.empty();
                i = list.map(arguments -> stop(arguments) + 1).orElse(i);
                value = new Expression.New(new Span(slice.first(start), slice.last(i - 1)), type,
                    list.map(this::arguments).orElse(List.of()));
            }
            case CParser.AND_AND -> {
                value = new Expression.LabelAddress(new Span(slice.first(i), slice.last(i + 1)), slice.text(i + 1));
                i += 2;
            }
            default -> value = leaf(i++);
        }
        while (i <= stop) {
            switch (slice.type(i)) {
                case CParser.LEFT_BRACKET -> {
                    CParser.ExpressionContext index = (CParser.ExpressionContext) children.get(child++);
                    i = stop(index) + 2;
                    value = new Expression.Element(through(value, i - 1), value, expression(index));
                }
                case CParser.LEFT_PAREN -> {
                    CParser.ArgumentsContext list = (CParser.ArgumentsContext) children.get(child++);
                    i = stop(list) + 1;
                    value = call(through(value, i - 1), value, arguments(list));
                }
                case CParser.DOT, CParser.ARROW -> {
                    value = new Expression.Member(
                        through(value, i + 1), value, slice.text(i + 1), slice.type(i) == CParser.ARROW);
                    i += 2;
                }
                case CParser.INCREMENT, CParser.DECREMENT -> {
                    int change = slice.type(i) == CParser.INCREMENT ? 1 : -1;
                    value = new Expression.Update(through(value, i), value, change, false);
                    i++;
                }
                default -> i++;
            }
        }
        return prefixEnd == start ? value : prefixed(start, prefixEnd, children, casts, value);
    }

    /** {@code int(a)} of C++ is a cast. */
    private static Expression call(Span span, Expression function, List<Expression> arguments) {
        boolean cast = arguments.size() == 1 && function instanceof Expression.Name name && Lexicon.isBasicType(name.name());
        return cast
            ? new Expression.Cast(span, new TypeName(
                function.span(), ((Expression.Name) function).name(), 0, false, false), arguments.get(0))
            : new Expression.Call(span, function, arguments);
    }

    private Span through(Expression value, int lastToken) {
        return new Span(value.span().first(), Math.max(value.span().first(), slice.last(lastToken)));
    }

    private static boolean isPrefix(int type) {
        return switch (type) {
            case CParser.STAR, CParser.AMPERSAND, CParser.PLUS, CParser.MINUS, CParser.PREFIX, CParser.INCREMENT,
                CParser.DECREMENT, CParser.SIZEOF, CParser.DELETE, CParser.CAST -> true;
            default -> false;
        };
    }

    /** Applies prefixes from the one next to the operand outwards. */
    private Expression prefixed(int start, int end, List<ParseTree> children, int castCount, Expression operand) {
        Expression value = operand;
        int cast = castCount;
        int i = end - 1;
        while (i >= start) {
            int token = i;
            CParser.CastContext castTree = null;
            if (slice.type(i) == CParser.RIGHT_PAREN) {
                castTree = (CParser.CastContext) children.get(--cast);
                token = start(castTree);
            }
            Span span = new Span(slice.first(token), Math.max(slice.first(token), value.span().last()));
            if (castTree != null) {
                TypeName type = declarations.typeName(castTree.typeName());
                casts.add(type);
                value = new Expression.Cast(span, type, value);
            } else {
                value = switch (slice.type(token)) {
                    case CParser.STAR -> new Expression.Unary(span, UnaryOperator.DEREFERENCE, value);
                    case CParser.AMPERSAND -> new Expression.Unary(span, UnaryOperator.ADDRESS_OF, value);
                    case CParser.PLUS -> new Expression.Unary(span, UnaryOperator.PLUS, value);
                    case CParser.MINUS -> new Expression.Unary(span, UnaryOperator.MINUS, value);
                    case CParser.INCREMENT -> new Expression.Update(span, value, 1, true);
                    case CParser.DECREMENT -> new Expression.Update(span, value, -1, true);
                    case CParser.SIZEOF -> new Expression.SizeOf(span);
                    case CParser.DELETE -> new Expression.Delete(span, value);
                    default -> new Expression.Unary(
                        span, slice.text(token).equals("!") ? UnaryOperator.NOT : UnaryOperator.COMPLEMENT, value);
                };
            }
            i = token - 1;
        }
        return value;
    }

    private Expression leaf(int i) {
        Span span = slice.span(i);
        return switch (slice.type(i)) {
            case CParser.IDENTIFIER -> new Expression.Name(span, slice.text(i));
            case CParser.NUMBER -> new Expression.Number(span, slice.text(i), Literals.value(slice.text(i)));
            case CParser.STRING -> new Expression.Text(span, slice.text(i));
            case CParser.SIZEOF_TYPE -> new Expression.SizeOf(span);
            default -> new Expression.Opaque(span, slice.text(i));
        };
    }

    /** An argument that is left out, as macros allow, keeps its place. */
    List<Expression> arguments(ParserRuleContext tree) {
        if (tree.children == null && stop(tree) == start(tree) + 1) {
            return List.of();
        }
        List<Expression> arguments = new ArrayList<>();
        List<ParseTree> children = tree.children == null ? List.of() : tree.children;
        int child = 0;
        boolean present = false;
        int i = start(tree) + 1;
        while (i < stop(tree)) {
            if (slice.type(i) == CParser.COMMA) {
                if (!present) {
                    arguments.add(new Expression.Opaque(slice.span(i), "no argument"));
                }
                present = false;
                i++;
            } else {
                ParserRuleContext argument = (ParserRuleContext) children.get(child++);
                arguments.add(argument((ParserRuleContext) argument.getChild(0)));
                present = true;
                i = stop(argument) + 1;
            }
        }
        if (!present) {
            arguments.add(new Expression.Opaque(slice.span(i), "no argument"));
        }
        return arguments;
    }

    private Expression argument(ParserRuleContext tree) {
        if (tree instanceof CParser.AssignmentContext value) {
            return assignment(value);
        }
        if (tree instanceof CParser.BlockContext block) {
            return new Expression.StatementExpression(span(block), declarations.statements().block(block));
        }
        return new Expression.Opaque(span(tree), "type name");
    }
}
