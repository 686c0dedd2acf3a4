package io.padlog.extract.parse;

import static io.padlog.extract.parse.ExpressionBuilder.start;
import static io.padlog.extract.parse.ExpressionBuilder.stop;

import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Declaration.Annotation;
import io.padlog.extract.syntax.Declaration.Parameter;
import io.padlog.extract.syntax.Declaration.Storage;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.syntax.Statement;
import io.padlog.extract.syntax.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Parse trees of declarations to syntax. */
final class DeclarationBuilder {
    private final UnitTokens tokens;
    private final SliceStream slice;
    private final Annotations annotations;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;

    DeclarationBuilder(UnitTokens tokens, SliceStream slice, Losses losses) {
        this.tokens = tokens;
        this.slice = slice;
        annotations = new Annotations(tokens);
        expressions = new ExpressionBuilder(slice, this);
        statements = new StatementBuilder(slice, this, expressions, losses);
    }

    StatementBuilder statements() {
        return statements;
    }

    // Functions

    Declaration.MacroUse macroUse(int from, int to) {
        int last = to - from > 1 && tokens.type[from + 1] == CParser.LEFT_PAREN ? tokens.match[from + 1] : from;
        List<String> arguments = last > from
            ? annotations.arguments(tokens.first[from + 1] + 1, tokens.last[last]) : List.of();
        return new Declaration.MacroUse(new Span(tokens.first[from], tokens.last[to - 1]), tokens.text(from), arguments);
    }

    /** @param from the unit's token that begins the function */
    Declaration.Function function(CParser.ExternalFunctionContext tree, int from) {
        Words words = tree.specifiers() == null ? implicitInt(start(tree)) : words(tree.specifiers());
        CParser.FunctionDeclaratorContext declarator = tree.functionDeclarator();
        DeclaratorShape shape = DeclaratorShape.of(declarator, slice);
        // A macro may make the name: NAME(x)(int a). The last list is the parameters then.
        int direct = declarator.parameters().size();
        CParser.ParametersContext list = shape.parameters().isEmpty() || direct > 1
            ? declarator.parameters(direct - 1) : shape.parameters().get();
        List<Parameter> parameters = parameters(list);
        List<Declaration> old = new ArrayList<>();
        for (CParser.DeclarationContext declaration : tree.declaration()) {
            declaration(declaration, old);
        }
        if (!old.isEmpty()) {
            parameters = oldStyle(parameters, old);
        }
        int body = start(tree.block());
        expressions.takeCasts();
        Statement.Block block = body(tree);
        List<Annotation> found = new ArrayList<>();
        annotations.collect(from == 0 ? -1 : tokens.last[from - 1], slice.first(start(list)), found);
        annotations.collect(slice.last(stop(list)), slice.first(body), found);
        int first = found.isEmpty() ? tokens.first[from] : Math.min(tokens.first[from], found.get(0).span().first());
        return new Declaration.Function(
            new Span(first, slice.last(stop(tree.block()))), slice.span(shape.name()), slice.text(shape.name()),
            words.storage, words.inline,
            words.type(shape, shape.lists() > direct),
            parameters, variadic(list), found,
            block, expressions.takeCasts());
    }

    /** A constructor's body begins with what it gives its members. */
    private Statement.Block body(CParser.ExternalFunctionContext tree) {
        Statement.Block block = statements.block(tree.block());
        if (tree.memberInitializers() == null) {
            return block;
        }
        List<Statement> all = new ArrayList<>();
        for (CParser.MemberInitializerContext member : tree.memberInitializers().memberInitializer()) {
            Span span = expressions.span(member);
            all.add(new Statement.Evaluate(span, new Expression.Construct(
                span, slice.text(start(member)), expressions.arguments(member.arguments()))));
        }
        all.addAll(block.statements());
        return new Statement.Block(block.span(), all);
    }

    private static TypeName returned(Words words, DeclaratorShape shape) {
        return words.type(shape, shape.lists() > 1);
    }

    List<Parameter> parameters(CParser.ParametersContext list) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < list.getChildCount(); i++) {
            CParser.ParameterContext tree = (CParser.ParameterContext) list.getChild(i);
            if (tree.specifiers() == null) {
                continue;
            }
            Words words = words(tree.specifiers());
            DeclaratorShape shape = DeclaratorShape.of(tree.declarator(), slice);
            TypeName type = type(words, shape);
            if (shape.name() < 0 && list.getChildCount() == 1 && type.text().equals("void")) {
                continue;
            }
            List<Annotation> found = new ArrayList<>();
            annotations.collect(slice.last(start(tree) - 1), slice.first(stop(tree) + 1), found);
            Optional<Expression> value = tree.initializer() == null || tree.initializer().assignment() == null
                ? Optional.empty() : Optional.of(expressions.assignment(tree.initializer().assignment()));
            parameters.add(new Parameter(
                expressions.span(tree), shape.name() < 0 ? "" : slice.text(shape.name()), type, found, value));
        }
        return parameters;
    }

    private boolean variadic(CParser.ParametersContext list) {
        for (int i = 0; i < list.getChildCount(); i++) {
            if (slice.type(start((ParserRuleContext) list.getChild(i))) == CParser.ELLIPSIS) {
                return true;
            }
        }
        return false;
    }

    /** The names stand where types are usual; their types come from the declarations, or are int. */
    private static List<Parameter> oldStyle(List<Parameter> names, List<Declaration> declared) {
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter name : names) {
            String identifier = name.identifier().isEmpty() ? name.type().specifiers() : name.identifier();
            TypeName type = new TypeName(name.span(), "int", 0, false, false);
            for (Declaration declaration : declared) {
                if (declaration instanceof Declaration.Variable variable && variable.identifier().equals(identifier)) {
                    type = variable.type();
                }
            }
            parameters.add(new Parameter(name.span(), identifier, type, name.annotations()));
        }
        return parameters;
    }

    // Other declarations

    /** Adds what one line declares: tagged types first, then a member for each declarator. */
    void declaration(CParser.DeclarationContext tree, List<Declaration> found) {
        if (tree.specifiers() != null) {
            declaration(tree, Optional.of(tree.specifiers()), found);
        }
    }

    /** The same for what stands between two functions. */
    void external(CParser.ExternalDeclarationContext tree, List<Declaration> found) {
        if (tree.declaration() != null) {
            declaration(tree.declaration(), found);
        } else {
            declaration(tree, Optional.empty(), found);
        }
    }

    private void declaration(
            ParserRuleContext tree, Optional<CParser.SpecifiersContext> specifiers, List<Declaration> found) {
        Words words = specifiers.map(this::words).orElseGet(() -> implicitInt(start(tree)));
        List<Annotation> shared = new ArrayList<>();
        int cursor = start(tree) == 0 ? beforeSlice() : slice.last(start(tree) - 1);
        for (ParseTree child : specifiers.isPresent() ? children(specifiers.get()) : List.<ParseTree>of()) {
            ParserRuleContext type = (ParserRuleContext) child;
            annotations.collect(cursor, slice.first(start(type)), shared);
            cursor = slice.last(stop(type));
            taggedTypes(type, found);
        }
        for (int i = specifiers.isPresent() ? 1 : 0; i < tree.getChildCount(); i++) {
            CParser.InitDeclaratorContext item = (CParser.InitDeclaratorContext) tree.getChild(i);
            DeclaratorShape shape = DeclaratorShape.of(item.declarator(), slice);
            if (shape.name() < 0) {
                continue;
            }
            List<Annotation> own = new ArrayList<>(shared);
            int end = slice.first(Math.max(start(item), stop(item)) + 1);
            if (shape.parameters().isPresent()) {
                annotations.collect(cursor, slice.first(start(shape.parameters().get())), own);
                annotations.collect(slice.last(stop(shape.parameters().get())), end, own);
            } else {
                annotations.collect(cursor, end, own);
            }
            cursor = end;
            found.add(declared(tree, words, item, shape, own));
        }
    }

    private int beforeSlice() {
        int raw = slice.first(0);
        // What was taken out before the first token belongs to it.
        int from = Arrays.binarySearch(tokens.first, 0, tokens.size, raw);
        return from <= 0 ? -1 : tokens.last[from - 1];
    }

    private Declaration declared(ParserRuleContext tree, Words words, CParser.InitDeclaratorContext item,
            DeclaratorShape shape, List<Annotation> found) {
        Span span = expressions.span(tree);
        String identifier = slice.text(shape.name());
        if (words.isTypedef) {
            return new Declaration.Typedef(span, identifier, type(words, shape), found);
        }
        if (shape.parameters().isPresent()) {
            CParser.ParametersContext list = shape.parameters().get();
            if (words.text.isEmpty() && !tokens.isClass(slice.origin(shape.name()))) {
                // static DEFINE_SPINLOCK(lock);
                return new Declaration.MacroUse(span, identifier,
                    annotations.arguments(slice.last(start(list)) + 1, slice.first(stop(list))));
            }
            return new Declaration.Prototype(
                span, identifier, words.storage, returned(words, shape), parameters(list), variadic(list), found);
        }
        Optional<Initializer> value = value(item);
        return new Declaration.Variable(
            span, slice.span(shape.name()), identifier, words.storage, type(words, shape), value, found);
    }

    private Optional<Initializer> value(CParser.InitDeclaratorContext item) {
        if (item.construction() != null) {
            return Optional.of(new Initializer.Constructed(
                expressions.span(item.construction()), expressions.arguments(item.construction())));
        } else if (item.list() != null) {
            return Optional.of(braced(item.list()));
        }
        return item.initializer() == null ? Optional.empty() : Optional.of(initializer(item.initializer()));
    }

    /** The variable of {@code if (T name = value)}; its value apart. */
    Declaration.Variable variable(CParser.SpecifiersContext specifiers, CParser.DeclaratorContext declarator) {
        DeclaratorShape shape = DeclaratorShape.of(declarator, slice);
        Span span = new Span(slice.first(start(specifiers)), slice.last(Math.max(start(declarator), stop(declarator))));
        return new Declaration.Variable(span, shape.name() < 0 ? span : slice.span(shape.name()),
            shape.name() < 0 ? "" : slice.text(shape.name()), Storage.NONE, type(words(specifiers), shape), Optional.empty(),
            List.of());
    }

    private void taggedTypes(ParserRuleContext type, List<Declaration> found) {
        if (type instanceof CParser.RecordSpecifierContext record && record.fields() != null) {
            List<Declaration.Field> fields = new ArrayList<>();
            for (ParseTree child : children(record.fields())) {
                CParser.DeclarationContext field = (CParser.DeclarationContext) child;
                if (field.specifiers() != null) {
                    for (ParseTree inner : children(field.specifiers())) {
                        taggedTypes((ParserRuleContext) inner, found);
                    }
                    fields(field, fields);
                }
            }
            boolean union = slice.type(start(record)) == CParser.UNION;
            found.add(new Declaration.Record(expressions.span(record), union, tag(record), fields));
        } else if (type instanceof CParser.EnumSpecifierContext enumeration && enumeration.enumerators() != null) {
            List<Declaration.Enumerator> enumerators = new ArrayList<>();
            for (ParseTree child : children(enumeration.enumerators())) {
                CParser.EnumeratorContext item = (CParser.EnumeratorContext) child;
                Optional<Expression> value = item.assignment() == null
                    ? Optional.empty() : Optional.of(expressions.assignment(item.assignment()));
                enumerators.add(new Declaration.Enumerator(expressions.span(item), slice.text(start(item)), value));
            }
            found.add(new Declaration.Enumeration(expressions.span(enumeration), tag(enumeration), enumerators));
        }
    }

    private void fields(CParser.DeclarationContext tree, List<Declaration.Field> fields) {
        Words words = words(tree.specifiers());
        List<Annotation> found = new ArrayList<>();
        annotations.collect(slice.last(start(tree) - 1), slice.first(stop(tree)), found);
        if (tree.getChildCount() == 1) {
            // struct { int a; }; its own members are found under their names as if they stood here.
            fields.add(new Declaration.Field(expressions.span(tree), "", words.type(), found));
        }
        for (int i = 1; i < tree.getChildCount(); i++) {
            CParser.InitDeclaratorContext item = (CParser.InitDeclaratorContext) tree.getChild(i);
            DeclaratorShape shape = DeclaratorShape.of(item.declarator(), slice);
            String name = shape.name() < 0 ? "" : slice.text(shape.name());
            fields.add(new Declaration.Field(expressions.span(tree), name, type(words, shape), found));
        }
    }

    private String tag(ParserRuleContext tree) {
        int next = start(tree) + 1;
        return slice.type(next) == CParser.IDENTIFIER ? slice.text(next) : "";
    }

    static List<ParseTree> children(ParserRuleContext tree) {
        return tree.children == null ? List.of() : tree.children;
    }

    // Types

    /** The words of a declaration. */
    private record Words(Span span, String text, Storage storage, boolean inline, boolean isTypedef) {
        TypeName type(DeclaratorShape shape, boolean function) {
            return new TypeName(span, specifiers(), shape.pointers(), shape.array(), function, shape.reference());
        }

        TypeName type() {
            return new TypeName(span, specifiers(), 0, false, false);
        }

        private String specifiers() {
            return text.isEmpty() ? "int" : text;
        }
    }

    private Words implicitInt(int token) {
        return new Words(slice.span(token), "", Storage.NONE, false, false);
    }

    private Words words(CParser.SpecifiersContext tree) {
        int stop = stop(tree);
        StringBuilder text = new StringBuilder();
        Storage storage = Storage.NONE;
        boolean inline = false;
        boolean isTypedef = false;
        int child = 0;
        for (int i = start(tree); i <= stop; i++) {
            String word = slice.written(i);
            switch (slice.type(i)) {
                case CParser.STORAGE -> {
                    switch (word) {
                        case "typedef" -> isTypedef = true;
                        case "static" -> storage = Storage.STATIC;
                        case "extern" -> storage = Storage.EXTERN;
                        default -> inline |= word.contains("inline");
                    }
                    continue;
                }
                case CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                    ParserRuleContext type = (ParserRuleContext) tree.getChild(child++);
                    String tag = tag(type);
                    word = tag.isEmpty() ? word : word + " " + tag;
                    i = stop(type);
                }
                default -> { }
            }
            text.append(text.isEmpty() ? "" : " ").append(word);
        }
        return new Words(expressions.span(tree), text.toString(), storage, inline, isTypedef);
    }

    private static TypeName type(Words words, DeclaratorShape shape) {
        return words.type(shape, shape.lists() > 0);
    }

    TypeName typeName(CParser.TypeNameContext tree) {
        return type(words(tree.specifiers()), DeclaratorShape.of(tree.declarator(), slice));
    }

    // Initializers

    private Initializer initializer(CParser.InitializerContext tree) {
        return tree.getChild(0) instanceof CParser.BracedContext list
            ? braced(list) : new Initializer.Single(expressions.assignment((CParser.AssignmentContext) tree.getChild(0)));
    }

    Initializer.Braced braced(ParserRuleContext tree) {
        List<Initializer.Item> items = new ArrayList<>();
        for (ParseTree child : children(tree)) {
            CParser.ItemContext item = (CParser.ItemContext) child;
            List<Initializer.Designator> designators = new ArrayList<>();
            if (slice.type(start(item)) == CParser.LABEL) {
                designators.add(new Initializer.Designator.Field(slice.text(start(item))));
            }
            for (ParseTree part : item.children) {
                if (part instanceof CParser.DesignatorContext designator) {
                    designators.add(slice.type(start(designator)) == CParser.DOT
                        ? new Initializer.Designator.Field(slice.text(start(designator) + 1))
                        : new Initializer.Designator.Index(
                            expressions.assignment((CParser.AssignmentContext) designator.getChild(0))));
                }
            }
            ParseTree value = item.children.get(item.children.size() - 1);
            items.add(new Initializer.Item(designators, initializer((CParser.InitializerContext) value)));
        }
        return new Initializer.Braced(expressions.span(tree), items);
    }
}
