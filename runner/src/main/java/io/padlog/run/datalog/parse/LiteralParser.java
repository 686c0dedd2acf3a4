package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.parse.Cursor.SyntaxError;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.List;

/** Bodies of rules and aggregates. */
final class LiteralParser {
    private final Cursor cursor;
    private final ArgumentParser arguments;

    LiteralParser(Cursor cursor) {
        this.cursor = cursor;
        this.arguments = new ArgumentParser(cursor, this);
    }

    /** Up to a full stop or a bracket that closes, which is not taken. */
    List<Literal> body() throws SyntaxError {
        int first = cursor.position();
        List<Literal> conjunction = conjunction();
        if (cursor.kind() != TokenKind.SEMICOLON) {
            return conjunction;
        }
        List<Literal> alternatives = new ArrayList<>();
        alternatives.add(single(first, conjunction));
        while (cursor.accept(TokenKind.SEMICOLON)) {
            int next = cursor.position();
            alternatives.add(single(next, conjunction()));
        }
        return List.of(new Literal.Disjunction(cursor.rangeFrom(first), alternatives));
    }

    /** {@code { body }} or an atom */
    List<Literal> aggregateBody() throws SyntaxError {
        cursor.enter();
        List<Literal> body;
        if (cursor.accept(TokenKind.LBRACE)) {
            body = body();
            cursor.expect(TokenKind.RBRACE);
        } else {
            body = List.of(atom());
        }
        cursor.leave(1);
        return body;
    }

    Literal.Atom atom() throws SyntaxError {
        int first = cursor.position();
        String name = cursor.qualifiedName();
        cursor.expect(TokenKind.LPAREN);
        List<Argument> list = arguments.arguments(TokenKind.RPAREN);
        return new Literal.Atom(cursor.rangeFrom(first), name, list);
    }

    Argument argument() throws SyntaxError {
        return arguments.argument();
    }

    private Literal single(int first, List<Literal> conjunction) {
        return conjunction.size() == 1 ? conjunction.get(0)
                : new Literal.Conjunction(cursor.rangeFrom(first), conjunction);
    }

    private List<Literal> conjunction() throws SyntaxError {
        List<Literal> literals = new ArrayList<>();
        do {
            literals.add(literal());
        } while (cursor.accept(TokenKind.COMMA));
        return literals;
    }

    private Literal literal() throws SyntaxError {
        int first = cursor.position();
        switch (cursor.kind()) {
            case EXCLAMATION -> {
                cursor.advance();
                cursor.enter();
                Literal negated = literal();
                cursor.leave(1);
                return new Literal.Negation(cursor.rangeFrom(first), negated);
            }
            case TRUE, FALSE -> {
                boolean value = cursor.kind() == TokenKind.TRUE;
                cursor.advance();
                return new Literal.Truth(cursor.rangeFrom(first), value);
            }
            case MATCH, CONTAINS -> {
                Comparison comparison = cursor.kind() == TokenKind.MATCH ? Comparison.MATCH : Comparison.CONTAINS;
                cursor.advance();
                cursor.expect(TokenKind.LPAREN);
                Argument left = argument();
                cursor.expect(TokenKind.COMMA);
                Argument right = argument();
                cursor.expect(TokenKind.RPAREN);
                return new Literal.Constraint(cursor.rangeFrom(first), comparison, left, right);
            }
            case IDENTIFIER -> {
                TokenKind next = cursor.kind(1);
                if (next == TokenKind.LPAREN || next == TokenKind.DOT && cursor.kind(2) == TokenKind.IDENTIFIER) {
                    return atom();
                }
            }
            case LPAREN -> {
                TokenKind after = cursor.kindAt(cursor.afterMatching(cursor.position()));
                if (!ArgumentParser.isInfix(after) && !isComparison(after)) {
                    return parenthesised(first);
                }
            }
            default -> { }
        }
        return constraint(first);
    }

    private Literal parenthesised(int first) throws SyntaxError {
        cursor.advance();
        cursor.enter();
        List<Literal> body = body();
        cursor.expect(TokenKind.RPAREN);
        cursor.leave(1);
        return single(first, body);
    }

    private Literal constraint(int first) throws SyntaxError {
        Argument left = argument();
        if (!isComparison(cursor.kind())) {
            throw cursor.unexpected("a comparison");
        }
        Comparison comparison = comparison(cursor.kind());
        cursor.advance();
        Argument right = argument();
        return new Literal.Constraint(cursor.rangeFrom(first), comparison, left, right);
    }

    private static boolean isComparison(TokenKind kind) {
        return switch (kind) {
            case LT, LE, GT, GE, EQUALS, NE -> true;
            default -> false;
        };
    }

    private static Comparison comparison(TokenKind kind) {
        return switch (kind) {
            case LT -> Comparison.LESS;
            case LE -> Comparison.LESS_EQUAL;
            case GT -> Comparison.GREATER;
            case GE -> Comparison.GREATER_EQUAL;
            case NE -> Comparison.NOT_EQUAL;
            default -> Comparison.EQUAL;
        };
    }
}
