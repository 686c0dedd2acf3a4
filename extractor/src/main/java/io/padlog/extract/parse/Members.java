package io.padlog.extract.parse;

import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Declaration.Parameter;
import io.padlog.extract.syntax.Declaration.Storage;
import io.padlog.extract.syntax.TypeName;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The members of C++ classes. A method is a function that is named {@code Class::method} and has the object as its first
 * parameter, unless it is static; inside the class or outside, it comes out the same.
 */
final class Members {
    private final UnitTokens tokens;
    private final CppNames names;

    Members(UnitTokens tokens, CppNames names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** What a class was found to have, while its members are read. */
    static final class Collected {
        final String name;
        final List<Declaration.Field> fields = new ArrayList<>();
        final List<Declaration.Method> methods = new ArrayList<>();

        Collected(String name) {
            this.name = name;
        }
    }

    /**
     * The name of the class whose members begin with the brace.
     *
     * @param outer what it has in front: the name of the class or the function around it, empty for none
     */
    String className(int from, int brace, String outer) {
        String name = "";
        for (int i = from; i < brace && tokens.type[i] != CParser.COLON; i++) {
            if (tokens.type[i] == CParser.IDENTIFIER) {
                name = tokens.text(i);
            } else if (tokens.type[i] == CParser.LEFT_PAREN && tokens.match[i] > i) {
                i = tokens.match[i];
            }
        }
        names.addClass(name);
        return outer.isEmpty() ? name : outer + "::" + name;
    }

    /** The bases between the colon and the brace, as written. */
    List<String> bases(int from, int brace) {
        List<String> bases = new ArrayList<>();
        boolean behindColon = false;
        for (int i = from; i < brace; i++) {
            behindColon |= tokens.type[i] == CParser.COLON;
            if (behindColon && tokens.type[i] == CParser.IDENTIFIER) {
                bases.add(tokens.written(i));
            }
        }
        return bases;
    }

    /** Adds a member to a class. @return what the member declares outside of it */
    Optional<Declaration> add(Declaration member, Collected to, int firstToken) {
        if (member instanceof Declaration.Variable variable) {
            if (variable.storage() == Storage.STATIC) {
                return Optional.of(new Declaration.Variable(variable.span(), variable.name(),
                    to.name + "::" + variable.identifier(), Storage.EXTERN, variable.type(), variable.initializer(),
                    variable.annotations()));
            }
            to.fields.add(new Declaration.Field(variable.span(), variable.identifier(), variable.type(), variable.annotations()));
            return Optional.empty();
        } else if (member instanceof Declaration.Prototype prototype) {
            List<Parameter> parameters = parameters(
                prototype.storage() == Storage.STATIC, prototype.span(), to.name, prototype.parameters());
            to.methods.add(new Declaration.Method(
                prototype.identifier(), isVirtual(firstToken), prototype.returns(), parameters));
            noteStatic(prototype.storage(), to.name, prototype.identifier());
            return Optional.empty();
        } else if (member instanceof Declaration.Function function) {
            Declaration.Function method = method(function, to.name, function.storage() == Storage.STATIC);
            to.methods.add(new Declaration.Method(
                function.identifier(), isVirtual(firstToken), function.returns(), method.parameters()));
            noteStatic(function.storage(), to.name, function.identifier());
            return Optional.of(method);
        }
        return Optional.of(member);
    }

    private void noteStatic(Storage storage, String owner, String method) {
        if (storage == Storage.STATIC) {
            names.addStaticMethod(owner + "::" + method);
        }
    }

    /** A function that is defined outside of a class, as what it is. */
    Declaration.Function defined(Declaration.Function function) {
        int end = function.identifier().lastIndexOf("::");
        if (end < 0) {
            return function;
        }
        return method(function, function.identifier().substring(0, end), names.isStaticMethod(function.identifier()));
    }

    private Declaration.Function method(Declaration.Function function, String owner, boolean isStatic) {
        String plain = function.identifier().substring(function.identifier().lastIndexOf(':') + 1);
        return new Declaration.Function(function.span(), function.name(), owner + "::" + plain, Storage.NONE,
            true, function.returns(), parameters(isStatic, function.name(), owner, function.parameters()),
            function.variadic(), function.annotations(), function.body(), function.casts());
    }

    private static List<Parameter> parameters(boolean isStatic, Span place, String owner, List<Parameter> written) {
        if (isStatic) {
            return written;
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(place, "this", new TypeName(place, owner, 1, false, false), List.of()));
        parameters.addAll(written);
        return parameters;
    }

    private boolean isVirtual(int firstToken) {
        for (int i = tokens.first[firstToken]; i < tokens.buffer.size(); i++) {
            TokenKind kind = tokens.buffer.kind(i);
            if (kind == TokenKind.SEMICOLON || kind == TokenKind.LEFT_BRACE) {
                break;
            }
            String text = tokens.buffer.text(i);
            if (text.equals("virtual") || text.equals("override")) {
                return true;
            }
        }
        return false;
    }
}
