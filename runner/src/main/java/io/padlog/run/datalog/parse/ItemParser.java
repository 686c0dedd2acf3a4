package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.parse.Cursor.SyntaxError;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Clauses, directives and components, and what else a program is a list of. */
final class ItemParser {
    private final Cursor cursor;
    private final LiteralParser literals;
    private final DeclarationParser declarations;

    ItemParser(Cursor cursor) {
        this.cursor = cursor;
        this.literals = new LiteralParser(cursor);
        this.declarations = new DeclarationParser(cursor);
    }

    /** Adds all items up to the end of the program; what cannot be read is left out, and told. */
    void program(List<Item> items) {
        while (cursor.kind() != TokenKind.END) {
            int before = cursor.position();
            try {
                item(items);
            } catch (SyntaxError e) {
                if (cursor.position() == before) {
                    cursor.advance();
                }
                cursor.recover();
            }
        }
    }

    private void item(List<Item> items) throws SyntaxError {
        int documented = cursor.position();
        declarations.skipAnnotations();
        String doc = cursor.doc(documented);
        if (doc.isEmpty()) {
            doc = cursor.doc(cursor.position());
        }
        switch (cursor.kind()) {
            case DECL -> declarations.relation(doc, items);
            case TYPE, NUMBER_TYPE, SYMBOL_TYPE -> items.add(declarations.type(doc));
            case FUNCTOR -> items.add(declarations.functor());
            case LATTICE -> items.add(lattice());
            case INPUT_DIRECTIVE -> directive(Item.Verb.INPUT, items);
            case OUTPUT_DIRECTIVE -> directive(Item.Verb.OUTPUT, items);
            case PRINTSIZE_DIRECTIVE -> directive(Item.Verb.PRINTSIZE, items);
            case LIMITSIZE_DIRECTIVE -> directive(Item.Verb.LIMITSIZE, items);
            case PRAGMA -> items.add(pragma());
            case COMP -> items.add(component());
            case INIT -> items.add(instantiation());
            case OVERRIDE -> items.add(override());
            case IDENTIFIER -> items.add(clause());
            case PLAN -> throw cursor.error(cursor.range(), ".plan stands after the full stop of a rule");
            default -> throw cursor.unexpected("a declaration or a clause");
        }
    }

    private Item clause() throws SyntaxError {
        int first = cursor.position();
        List<Literal.Atom> heads = new ArrayList<>();
        heads.add(literals.atom());
        if (cursor.accept(TokenKind.DOT)) {
            return new Item.Clause(cursor.rangeFrom(first), heads, List.of(), Optional.empty());
        }
        if (cursor.accept(TokenKind.LE)) {
            return subsumption(first, heads.get(0));
        }
        while (cursor.accept(TokenKind.COMMA)) {
            declarations.skipAnnotations();
            heads.add(literals.atom());
        }
        if (cursor.kind() != TokenKind.IF) {
            throw cursor.unexpected(heads.size() == 1 ? "'.', ':-', ',' or '<='" : "':-' or ','");
        }
        cursor.advance();
        declarations.skipAnnotations();
        List<Literal> body = literals.body();
        cursor.expect(TokenKind.DOT);
        Range range = cursor.rangeFrom(first);
        return new Item.Clause(range, heads, body, plan());
    }

    private Item subsumption(int first, Literal.Atom less) throws SyntaxError {
        Literal.Atom greater = literals.atom();
        cursor.expect(TokenKind.IF);
        declarations.skipAnnotations();
        List<Literal> body = literals.body();
        cursor.expect(TokenKind.DOT);
        Range range = cursor.rangeFrom(first);
        return new Item.Subsumption(range, less, greater, body, plan());
    }

    private Optional<Item.Plan> plan() throws SyntaxError {
        if (cursor.kind() != TokenKind.PLAN) {
            return Optional.empty();
        }
        int first = cursor.position();
        cursor.advance();
        List<Item.PlanOrder> orders = new ArrayList<>();
        do {
            int version = smallNumber();
            cursor.expect(TokenKind.COLON);
            cursor.expect(TokenKind.LPAREN);
            List<Integer> order = new ArrayList<>();
            if (cursor.kind() != TokenKind.RPAREN) {
                do {
                    order.add(smallNumber());
                } while (cursor.accept(TokenKind.COMMA));
            }
            cursor.expect(TokenKind.RPAREN);
            orders.add(new Item.PlanOrder(version, order));
        } while (cursor.accept(TokenKind.COMMA));
        return Optional.of(new Item.Plan(cursor.rangeFrom(first), orders));
    }

    private int smallNumber() throws SyntaxError {
        Range range = cursor.range();
        String digits = cursor.expect(TokenKind.NUMBER);
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw cursor.error(range, "'" + digits + "' is not a number that a plan may have");
        }
    }

    private void directive(Item.Verb verb, List<Item> items) throws SyntaxError {
        cursor.advance();
        List<String> relations = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        do {
            int first = cursor.position();
            relations.add(cursor.qualifiedName());
            ranges.add(cursor.rangeFrom(first));
        } while (cursor.accept(TokenKind.COMMA));
        List<Item.Parameter> parameters = new ArrayList<>();
        if (cursor.accept(TokenKind.LPAREN) && !cursor.accept(TokenKind.RPAREN)) {
            do {
                String key = cursor.expect(TokenKind.IDENTIFIER);
                cursor.expect(TokenKind.EQUALS);
                parameters.add(new Item.Parameter(key, value()));
            } while (cursor.accept(TokenKind.COMMA));
            cursor.expect(TokenKind.RPAREN);
        }
        for (int index = 0; index < relations.size(); index++) {
            items.add(new Item.Directive(ranges.get(index), verb, relations.get(index), parameters));
        }
    }

    private String value() throws SyntaxError {
        switch (cursor.kind()) {
            case STRING, IDENTIFIER, NUMBER, TRUE, FALSE -> {
                String value = cursor.text();
                cursor.advance();
                return value;
            }
            default -> throw cursor.unexpected("a value");
        }
    }

    private Item pragma() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        String key = cursor.expect(TokenKind.STRING);
        String value = cursor.kind() == TokenKind.STRING ? cursor.expect(TokenKind.STRING) : "";
        return new Item.Pragma(cursor.rangeFrom(first), key, value);
    }

    private Item component() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        Item.ComponentType type = componentType();
        List<Item.ComponentType> bases = new ArrayList<>();
        while (cursor.accept(TokenKind.COLON) || cursor.accept(TokenKind.COMMA)) {
            bases.add(componentType());
        }
        cursor.expect(TokenKind.LBRACE);
        cursor.enter();
        List<Item> items = new ArrayList<>();
        declarations.skipAnnotations();
        while (cursor.kind() != TokenKind.RBRACE) {
            if (cursor.kind() == TokenKind.END) {
                throw cursor.error(cursor.rangeFrom(first), "component " + type.name() + " has no end; write '}'");
            }
            item(items);
            declarations.skipAnnotations();
        }
        cursor.advance();
        cursor.leave(1);
        return new Item.Component(cursor.rangeFrom(first), type, bases, items);
    }

    private Item.ComponentType componentType() throws SyntaxError {
        int first = cursor.position();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        List<String> parameters = new ArrayList<>();
        if (cursor.accept(TokenKind.LT)) {
            do {
                parameters.add(cursor.expect(TokenKind.IDENTIFIER));
            } while (cursor.accept(TokenKind.COMMA));
            cursor.expect(TokenKind.GT);
        }
        return new Item.ComponentType(cursor.rangeFrom(first), name, parameters);
    }

    private Item instantiation() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        cursor.expect(TokenKind.EQUALS);
        Item.ComponentType component = componentType();
        return new Item.Instantiation(cursor.rangeFrom(first), name, component);
    }

    private Item override() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        String relation = cursor.expect(TokenKind.IDENTIFIER);
        return new Item.Override(cursor.rangeFrom(first), relation);
    }

    private Item lattice() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        cursor.expect(TokenKind.LT);
        cursor.expect(TokenKind.GT);
        cursor.expect(TokenKind.LBRACE);
        List<Item.LatticeOperator> operators = new ArrayList<>();
        do {
            String operator = cursor.expect(TokenKind.IDENTIFIER);
            cursor.expect(TokenKind.ARROW);
            Argument value = literals.argument();
            operators.add(new Item.LatticeOperator(operator, value));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(TokenKind.RBRACE);
        return new Item.Lattice(cursor.rangeFrom(first), name, operators);
    }
}
