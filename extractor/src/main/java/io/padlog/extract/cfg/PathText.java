package io.padlog.extract.cfg;

import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Writes access paths as C. */
public final class PathText {
    private final IntFunction<String> parameters;

    private PathText(IntFunction<String> parameters) {
        this.parameters = parameters;
    }

    /** The path with its parameters as {@code #0}, {@code #1}. */
    public static String of(AccessPath path) {
        return new PathText(index -> "#" + index).text(path);
    }

    /** The path with these texts for its parameters. */
    public static String of(AccessPath path, IntFunction<String> parameters) {
        return new PathText(parameters).text(path);
    }

    private String text(AccessPath path) {
        if (path instanceof AccessPath.Parameter parameter) {
            return parameters.apply(parameter.index());
        } else if (path instanceof AccessPath.Global global) {
            return global.name();
        } else if (path instanceof AccessPath.Constant constant) {
            return Long.toString(constant.value());
        } else if (path instanceof AccessPath.Storage storage) {
            return storage.name();
        } else if (path instanceof AccessPath.Local local) {
            return local.name();
        } else if (path instanceof AccessPath.Result result) {
            return result.callee() + "()";
        } else if (path instanceof AccessPath.Accessor accessor) {
            return accessor.arguments().stream().map(this::text)
                    .collect(Collectors.joining(", ", accessor.function() + "(", ")"));
        } else if (path instanceof AccessPath.Field field) {
            return member(field.base()) + field.name();
        } else if (path instanceof AccessPath.Dereference dereference) {
            return "*" + operand(dereference.pointer());
        } else if (path instanceof AccessPath.AddressOf address) {
            return "&" + text(address.object());
        } else if (path instanceof AccessPath.Element element) {
            return operand(element.base()) + "[" + text(element.index()) + "]";
        } else if (path instanceof AccessPath.Computed computed) {
            return computed.operands().size() == 1
                    ? computed.operator() + operand(computed.operands().get(0))
                    : computed.operands().stream().map(this::operand)
                            .collect(Collectors.joining(" " + computed.operator() + " "));
        }
        return "?";
    }

    /** {@code p->} for the object that p points to, {@code o.} for another; an address put for a parameter is undone. */
    private String member(AccessPath base) {
        if (!(base instanceof AccessPath.Dereference dereference)) {
            return operand(base) + ".";
        }
        String pointer = operand(dereference.pointer());
        if (pointer.startsWith("&")) {
            return pointer.substring(1) + ".";
        }
        if (pointer.startsWith("(&") && pointer.endsWith(")")) {
            return pointer.substring(2, pointer.length() - 1) + ".";
        }
        return pointer + "->";
    }

    private String operand(AccessPath path) {
        String text = text(path);
        boolean simple = !(path instanceof AccessPath.Computed || path instanceof AccessPath.Dereference)
                && (text.startsWith("&") || text.chars().noneMatch(c -> c == ' ' || c == '*'));
        return simple ? text : "(" + text + ")";
    }
}
