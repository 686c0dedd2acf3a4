package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.parse.Cursor.SyntaxError;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Item.Attribute;
import io.padlog.run.datalog.syntax.Item.Definition;
import io.padlog.run.datalog.syntax.Item.Qualifier;
import io.padlog.run.datalog.syntax.Item.TypeName;
import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declarations of types, relations and functors. */
final class DeclarationParser {
    private static final Set<Qualifier> REPRESENTATIONS = EnumSet.of(Qualifier.BRIE, Qualifier.BTREE, Qualifier.EQREL);

    private final Cursor cursor;

    DeclarationParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Passes over {@code @[…]} and {@code @![…]}, which say nothing that an engine must know. */
    void skipAnnotations() throws SyntaxError {
        while ((cursor.kind() == TokenKind.AT || cursor.kind() == TokenKind.AT_NOT) && cursor.kind(1) == TokenKind.LBRACKET) {
            Range range = cursor.range();
            cursor.advance();
            int after = cursor.afterMatching(cursor.position());
            while (cursor.position() < after && cursor.kind() != TokenKind.END) {
                cursor.advance();
            }
            if (cursor.kind() == TokenKind.END) {
                throw cursor.error(range, "this annotation has no end; write ']'");
            }
        }
    }

    Item type(String doc) throws SyntaxError {
        int first = cursor.position();
        TokenKind kind = cursor.kind();
        cursor.advance();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        Range range = cursor.rangeFrom(first);
        Definition definition;
        if (kind == TokenKind.TYPE && cursor.accept(TokenKind.SUBTYPE)) {
            definition = new Definition.Subset(typeName());
        } else if (kind == TokenKind.TYPE && cursor.accept(TokenKind.EQUALS)) {
            definition = definition();
        } else {
            cursor.warn(Warning.DEPRECATED_TYPE_DECL, range, "this form of type declaration is deprecated; write '.type " + name + " <: "
                    + (kind == TokenKind.NUMBER_TYPE ? "number" : "symbol") + "'");
            String base = kind == TokenKind.NUMBER_TYPE ? "number" : "symbol";
            definition = new Definition.Subset(new TypeName(range, base));
        }
        return new Item.TypeDeclaration(cursor.rangeFrom(first), name, definition, doc);
    }

    private Definition definition() throws SyntaxError {
        if (cursor.accept(TokenKind.LBRACKET)) {
            return new Definition.Structure(attributes(TokenKind.RBRACKET));
        }
        skipAnnotations();
        if (cursor.kind() == TokenKind.IDENTIFIER && cursor.kind(1) == TokenKind.LBRACE) {
            List<Item.Branch> branches = new ArrayList<>();
            do {
                skipAnnotations();
                branches.add(branch());
            } while (cursor.accept(TokenKind.PIPE));
            return new Definition.Algebraic(branches);
        }
        List<TypeName> members = new ArrayList<>();
        do {
            members.add(typeName());
        } while (cursor.accept(TokenKind.PIPE));
        return members.size() == 1 ? new Definition.Equivalence(members.get(0)) : new Definition.Union(members);
    }

    private Item.Branch branch() throws SyntaxError {
        int first = cursor.position();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        cursor.expect(TokenKind.LBRACE);
        List<Attribute> fields = attributes(TokenKind.RBRACE);
        return new Item.Branch(cursor.rangeFrom(first), name, fields);
    }

    private TypeName typeName() throws SyntaxError {
        int first = cursor.position();
        String name = cursor.qualifiedName();
        return new TypeName(cursor.rangeFrom(first), name);
    }

    private List<Attribute> attributes(TokenKind close) throws SyntaxError {
        skipAnnotations();
        if (cursor.accept(close)) {
            return List.of();
        }
        List<Attribute> attributes = new ArrayList<>();
        do {
            int documented = cursor.position();
            skipAnnotations();
            int first = cursor.position();
            String name = cursor.expect(TokenKind.IDENTIFIER);
            cursor.expect(TokenKind.COLON);
            TypeName type = typeName();
            boolean lattice = cursor.accept(TokenKind.LT);
            if (lattice) {
                cursor.expect(TokenKind.GT);
            }
            attributes.add(new Attribute(cursor.rangeFrom(first), name, type, lattice, cursor.doc(documented)));
        } while (cursor.accept(TokenKind.COMMA));
        cursor.expect(close);
        return attributes;
    }

    /** Adds an item for each name, and those that the qualifiers {@code input}, {@code output}, {@code printsize} stand for. */
    void relation(String doc, List<Item> items) throws SyntaxError {
        cursor.advance();
        List<String> names = new ArrayList<>();
        List<Range> ranges = new ArrayList<>();
        do {
            ranges.add(cursor.range());
            names.add(cursor.expect(TokenKind.IDENTIFIER));
        } while (cursor.accept(TokenKind.COMMA));
        Optional<String> deltaOf = Optional.empty();
        List<Attribute> attributes = List.of();
        if (names.size() == 1 && cursor.accept(TokenKind.EQUALS)) {
            cursor.expect(TokenKind.DEBUG_DELTA);
            cursor.expect(TokenKind.LPAREN);
            deltaOf = Optional.of(cursor.expect(TokenKind.IDENTIFIER));
            cursor.expect(TokenKind.RPAREN);
        } else {
            cursor.expect(TokenKind.LPAREN);
            attributes = attributes(TokenKind.RPAREN);
        }
        Set<Qualifier> qualifiers = qualifiers();
        List<Item.ChoiceDomain> domains = cursor.accept(TokenKind.CHOICE_DOMAIN) ? choiceDomains() : List.of();
        for (int index = 0; index < names.size(); index++) {
            Range range = ranges.get(index);
            String name = names.get(index);
            items.add(new Item.RelationDeclaration(range, name, attributes, qualifiers, domains, deltaOf, doc));
            if (qualifiers.contains(Qualifier.INPUT)) {
                items.add(new Item.Directive(range, Item.Verb.INPUT, name, List.of()));
            }
            if (qualifiers.contains(Qualifier.OUTPUT)) {
                items.add(new Item.Directive(range, Item.Verb.OUTPUT, name, List.of()));
            }
            if (qualifiers.contains(Qualifier.PRINTSIZE)) {
                items.add(new Item.Directive(range, Item.Verb.PRINTSIZE, name, List.of()));
            }
        }
    }

    private Set<Qualifier> qualifiers() throws SyntaxError {
        Set<Qualifier> qualifiers = EnumSet.noneOf(Qualifier.class);
        for (Optional<Qualifier> next = qualifier(); next.isPresent(); next = qualifier()) {
            Qualifier qualifier = next.get();
            boolean second = REPRESENTATIONS.contains(qualifier) && qualifiers.stream().anyMatch(REPRESENTATIONS::contains);
            if (second || !qualifiers.add(qualifier)) {
                throw cursor.error(cursor.range(), "the qualifier '" + cursor.text() + "' contradicts or repeats one before it");
            }
            if (qualifier == Qualifier.INPUT || qualifier == Qualifier.OUTPUT || qualifier == Qualifier.PRINTSIZE) {
                cursor.warn(Warning.DEPRECATED_QUALIFIER, cursor.range(), "the qualifier '" + cursor.text() + "' is deprecated; write '." + cursor.text() + "'");
            }
            qualifiers.add(qualifier);
            cursor.advance();
        }
        return qualifiers;
    }

    private Optional<Qualifier> qualifier() {
        TokenKind kind = cursor.kind();
        return switch (kind) {
            case OVERRIDABLE, INLINE, NO_INLINE, MAGIC, NO_MAGIC, BRIE, BTREE, BTREE_DELETE, EQREL, OUTPUT, INPUT, PRINTSIZE ->
                    Optional.of(Qualifier.valueOf(kind.name()));
            default -> Optional.empty();
        };
    }

    private List<Item.ChoiceDomain> choiceDomains() throws SyntaxError {
        List<Item.ChoiceDomain> domains = new ArrayList<>();
        do {
            int first = cursor.position();
            List<String> names = new ArrayList<>();
            if (cursor.accept(TokenKind.LPAREN)) {
                do {
                    names.add(cursor.expect(TokenKind.IDENTIFIER));
                } while (cursor.accept(TokenKind.COMMA));
                cursor.expect(TokenKind.RPAREN);
            } else {
                names.add(cursor.expect(TokenKind.IDENTIFIER));
            }
            domains.add(new Item.ChoiceDomain(cursor.rangeFrom(first), names));
        } while (cursor.accept(TokenKind.COMMA));
        return domains;
    }

    Item functor() throws SyntaxError {
        int first = cursor.position();
        cursor.advance();
        String name = cursor.expect(TokenKind.IDENTIFIER);
        cursor.expect(TokenKind.LPAREN);
        List<Attribute> parameters = new ArrayList<>();
        if (!cursor.accept(TokenKind.RPAREN)) {
            do {
                skipAnnotations();
                int parameter = cursor.position();
                boolean named = cursor.kind() == TokenKind.IDENTIFIER && cursor.kind(1) == TokenKind.COLON;
                String parameterName = named ? cursor.expect(TokenKind.IDENTIFIER) : "";
                if (named) {
                    cursor.advance();
                }
                TypeName type = typeName();
                parameters.add(new Attribute(cursor.rangeFrom(parameter), parameterName, type, false, ""));
            } while (cursor.accept(TokenKind.COMMA));
            cursor.expect(TokenKind.RPAREN);
        }
        cursor.expect(TokenKind.COLON);
        TypeName result = typeName();
        boolean stateful = cursor.accept(TokenKind.STATEFUL);
        return new Item.FunctorDeclaration(cursor.rangeFrom(first), name, parameters, result, stateful);
    }
}
