package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.parse.Cursor.SyntaxError;
import io.padlog.run.datalog.syntax.Aggregation;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Item.TypeName;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Arguments: constants, variables, functors by precedence, records, aggregates. */
final class ArgumentParser {
    private static final int PREFIX_LEVEL = 10;
    private static final int POWER_LEVEL = 11;

    private final Cursor cursor;
    private final LiteralParser literals;

    ArgumentParser(Cursor cursor, LiteralParser literals) {
        this.cursor = cursor;
        this.literals = literals;
    }

    Argument argument() throws SyntaxError {
        return infix(1);
    }

    /** Arguments separated by commas up to {@code close}, which is taken too. */
    List<Argument> arguments(TokenKind close) throws SyntaxError {
        if (cursor.accept(close)) {
            return List.of();
        }
        List<Argument> arguments = new ArrayList<>();
        do {
            arguments.add(argument());
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(close);
        return arguments;
    }

    /** Whether a token continues an argument that is before it. */
    static boolean isInfix(TokenKind kind) {
        return level(kind) > 0;
    }

    private Argument infix(int lowest) throws SyntaxError {
        int first = cursor.position();
        cursor.enter();
        int entered = 1;
        Argument left = prefix();
        for (int level = level(cursor.kind()); level >= lowest; level = level(cursor.kind())) {
            TokenKind operator = cursor.kind();
            List<Argument> operands = new ArrayList<>();
            operands.add(left);
            cursor.enter();
            entered++;
            do {
                cursor.advance();
                // To the right of ^ a power is taken whole, to the right of all others only what binds more strongly.
                operands.add(infix(level == POWER_LEVEL ? POWER_LEVEL : level + 1));
            } while (cursor.kind() == operator);
            left = new Argument.Call(cursor.rangeFrom(first), infixFunctor(operator), operands);
        }
        cursor.leave(entered);
        return left;
    }

    private Argument prefix() throws SyntaxError {
        int first = cursor.position();
        Functor functor;
        switch (cursor.kind()) {
            case MINUS -> functor = Functor.NEGATE;
            case BNOT -> functor = Functor.BNOT;
            case LNOT -> functor = Functor.LNOT;
            default -> {
                return primary();
            }
        }
        cursor.advance();
        Argument operand = infix(PREFIX_LEVEL);
        if (functor == Functor.NEGATE && operand instanceof Argument.Numeral numeral && !numeral.digits().startsWith("-")) {
            return new Argument.Numeral(cursor.rangeFrom(first), "-" + numeral.digits(), numeral.suffix());
        }
        return new Argument.Call(cursor.rangeFrom(first), functor, List.of(operand));
    }

    private Argument primary() throws SyntaxError {
        int first = cursor.position();
        Range range = cursor.range();
        String text = cursor.text();
        switch (cursor.kind()) {
            case STRING -> {
                cursor.advance();
                return new Argument.Text(range, text);
            }
            case NUMBER -> {
                cursor.advance();
                return new Argument.Numeral(range, text, Argument.Suffix.NONE);
            }
            case UNSIGNED -> {
                cursor.advance();
                return new Argument.Numeral(range, text, Argument.Suffix.UNSIGNED);
            }
            case FLOAT -> {
                cursor.advance();
                return new Argument.Numeral(range, text, Argument.Suffix.FLOAT);
            }
            case UNDERSCORE -> {
                cursor.advance();
                return new Argument.Unnamed(range);
            }
            case NIL -> {
                cursor.advance();
                return new Argument.Nil(range);
            }
            case IDENTIFIER -> {
                return variable(range, text);
            }
            case LPAREN -> {
                cursor.advance();
                Argument inner = argument();
                cursor.expect(TokenKind.RPAREN);
                return inner;
            }
            case LBRACKET -> {
                cursor.advance();
                List<Argument> fields = arguments(TokenKind.RBRACKET);
                return new Argument.Structure(cursor.rangeFrom(first), fields);
            }
            case DOLLAR -> {
                return dollar(first);
            }
            case AT -> {
                return userCall(first);
            }
            default -> {
                return word(first);
            }
        }
    }

    private Argument variable(Range range, String name) throws SyntaxError {
        cursor.advance();
        if (cursor.kind() == TokenKind.LPAREN) {
            throw cursor.error(range, "unknown functor '" + name + "'; one of the program's own is called with '@" + name + "'");
        }
        return new Argument.Variable(range, name);
    }

    private Argument dollar(int first) throws SyntaxError {
        cursor.advance();
        if (cursor.kind() != TokenKind.IDENTIFIER) {
            cursor.warn(Warning.DOLLAR_SIGN, cursor.rangeFrom(first), "'$' is deprecated; write 'autoinc()'");
            return new Argument.Counter(cursor.rangeFrom(first));
        }
        String name = cursor.qualifiedName();
        cursor.expect(TokenKind.LPAREN);
        List<Argument> fields = arguments(TokenKind.RPAREN);
        return new Argument.Branch(cursor.rangeFrom(first), name, fields);
    }

    private Argument userCall(int first) throws SyntaxError {
        cursor.advance();
        if (cursor.accept(TokenKind.AT)) {
            String name = cursor.expect(TokenKind.IDENTIFIER);
            Optional<Argument> target = cursor.kind() == TokenKind.COLON ? Optional.empty() : Optional.of(argument());
            cursor.expect(TokenKind.COLON);
            Argument initial = argument();
            cursor.expect(TokenKind.COMMA);
            List<Literal> body = literals.aggregateBody();
            return new Argument.UserAggregate(cursor.rangeFrom(first), name, target, initial, body);
        }
        String name = cursor.expect(TokenKind.IDENTIFIER);
        cursor.expect(TokenKind.LPAREN);
        List<Argument> arguments = arguments(TokenKind.RPAREN);
        return new Argument.UserCall(cursor.rangeFrom(first), name, arguments);
    }

    private Argument word(int first) throws SyntaxError {
        TokenKind kind = cursor.kind();
        switch (kind) {
            case COUNT, SUM, MEAN -> {
                cursor.advance();
                return aggregate(first, Aggregation.valueOf(kind.name()));
            }
            case MIN, MAX -> {
                cursor.advance();
                boolean functor = cursor.kind() == TokenKind.LPAREN && cursor.hasComma(cursor.position());
                return functor ? call(first, Functor.valueOf(kind.name())) : aggregate(first, Aggregation.valueOf(kind.name()));
            }
            case CAT, ORD, STRLEN, SUBSTR, RANGE, TO_NUMBER, TO_STRING, TO_FLOAT, TO_UNSIGNED -> {
                cursor.advance();
                return call(first, Functor.valueOf(kind.name()));
            }
            case AS -> {
                cursor.advance();
                cursor.expect(TokenKind.LPAREN);
                Argument value = argument();
                cursor.expect(TokenKind.COMMA);
                int type = cursor.position();
                String name = cursor.qualifiedName();
                TypeName typeName = new TypeName(cursor.rangeFrom(type), name);
                cursor.expect(TokenKind.RPAREN);
                return new Argument.Cast(cursor.rangeFrom(first), value, typeName);
            }
            case AUTOINC, ITERATION -> {
                cursor.advance();
                cursor.expect(TokenKind.LPAREN);
                cursor.expect(TokenKind.RPAREN);
                Range range = cursor.rangeFrom(first);
                return kind == TokenKind.AUTOINC ? new Argument.Counter(range) : new Argument.Iteration(range);
            }
            default -> throw cursor.unexpected("an argument");
        }
    }

    private Argument call(int first, Functor functor) throws SyntaxError {
        cursor.expect(TokenKind.LPAREN);
        List<Argument> arguments = arguments(TokenKind.RPAREN);
        return new Argument.Call(cursor.rangeFrom(first), functor, arguments);
    }

    private Argument aggregate(int first, Aggregation aggregation) throws SyntaxError {
        Optional<Argument> target = cursor.kind() == TokenKind.COLON ? Optional.empty() : Optional.of(argument());
        cursor.expect(TokenKind.COLON);
        if (target.isPresent() == (aggregation == Aggregation.COUNT)) {
            String wanted = aggregation == Aggregation.COUNT ? "no value before ':'" : "a value before ':'";
            throw cursor.error(cursor.rangeFrom(first), aggregation.name().toLowerCase(Locale.ROOT) + " wants " + wanted);
        }
        List<Literal> body = literals.aggregateBody();
        return new Argument.Aggregate(cursor.rangeFrom(first), aggregation, target, body);
    }

    private static int level(TokenKind kind) {
        return switch (kind) {
            case LOR -> 1;
            case LXOR -> 2;
            case LAND -> 3;
            case BOR -> 4;
            case BXOR -> 5;
            case BAND -> 6;
            case BSHL, BSHR, BSHRU -> 7;
            case PLUS, MINUS -> 8;
            case STAR, SLASH, PERCENT -> 9;
            case CARET -> POWER_LEVEL;
            default -> 0;
        };
    }

    private static Functor infixFunctor(TokenKind kind) {
        return switch (kind) {
            case PLUS -> Functor.ADD;
            case MINUS -> Functor.SUBTRACT;
            case STAR -> Functor.MULTIPLY;
            case SLASH -> Functor.DIVIDE;
            case PERCENT -> Functor.MODULO;
            case CARET -> Functor.POWER;
            default -> Functor.valueOf(kind.name());
        };
    }
}
