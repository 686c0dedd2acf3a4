package io.padlog.run.datalog.print;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Literal;
import java.util.List;
import java.util.Locale;

/** Literals and arguments on one line, each infix functor in parentheses so that nothing depends on precedence. */
final class ArgumentPrinter implements Literal.Cases<StringBuilder>, Argument.Cases<StringBuilder> {
    private final StringBuilder out;

    ArgumentPrinter(StringBuilder out) {
        this.out = out;
    }

    StringBuilder conjunction(List<Literal> literals) {
        for (int index = 0; index < literals.size(); index++) {
            out.append(index == 0 ? "" : ", ");
            literals.get(index).fold(this);
        }
        return out;
    }

    private StringBuilder list(String open, List<Argument> arguments, String separator, String close) {
        out.append(open);
        for (int index = 0; index < arguments.size(); index++) {
            out.append(index == 0 ? "" : separator);
            arguments.get(index).fold(this);
        }
        return out.append(close);
    }

    @Override
    public StringBuilder onAtom(Literal.Atom atom) {
        out.append(atom.relation());
        return list("(", atom.arguments(), ", ", ")");
    }

    @Override
    public StringBuilder onNegation(Literal.Negation negation) {
        out.append('!');
        return negation.literal().fold(this);
    }

    @Override
    public StringBuilder onConjunction(Literal.Conjunction conjunction) {
        out.append('(');
        return conjunction(conjunction.literals()).append(')');
    }

    @Override
    public StringBuilder onDisjunction(Literal.Disjunction disjunction) {
        out.append('(');
        List<Literal> literals = disjunction.literals();
        for (int index = 0; index < literals.size(); index++) {
            out.append(index == 0 ? "" : "; ");
            literals.get(index).fold(this);
        }
        return out.append(')');
    }

    @Override
    public StringBuilder onConstraint(Literal.Constraint constraint) {
        String spelling = constraint.comparison().spelling();
        switch (constraint.comparison()) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> {
                constraint.left().fold(this);
                out.append(' ').append(spelling).append(' ');
                constraint.right().fold(this);
            }
            case MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> {
                out.append(spelling);
                list("(", List.of(constraint.left(), constraint.right()), ", ", ")");
            }
        }
        return out;
    }

    @Override
    public StringBuilder onTruth(Literal.Truth truth) {
        return out.append(truth.value());
    }

    @Override
    public StringBuilder onVariable(Argument.Variable variable) {
        return out.append(variable.name());
    }

    @Override
    public StringBuilder onUnnamed(Argument.Unnamed unnamed) {
        return out.append('_');
    }

    @Override
    public StringBuilder onNumeral(Argument.Numeral numeral) {
        String written = numeral.digits() + (numeral.suffix() == Argument.Suffix.UNSIGNED ? "u" : "");
        return written.startsWith("-") ? out.append('(').append(written).append(')') : out.append(written);
    }

    @Override
    public StringBuilder onText(Argument.Text text) {
        return quote(text.value(), out);
    }

    static StringBuilder quote(String text, StringBuilder out) {
        out.append('"');
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            int escaped = "\"\\\u0007\b\f\n\r\t\u000B".indexOf(c);
            if (escaped >= 0) {
                out.append('\\').append("\"\\abfnrtv".charAt(escaped));
            } else {
                out.append(c);
            }
        }
        return out.append('"');
    }

    @Override
    public StringBuilder onNil(Argument.Nil nil) {
        return out.append("nil");
    }

    @Override
    public StringBuilder onStructure(Argument.Structure structure) {
        return list("[", structure.fields(), ", ", "]");
    }

    @Override
    public StringBuilder onBranch(Argument.Branch branch) {
        out.append('$').append(branch.name());
        return list("(", branch.fields(), ", ", ")");
    }

    @Override
    public StringBuilder onCall(Argument.Call call) {
        Functor functor = call.functor();
        return switch (functor.form()) {
            case PREFIX -> list("(" + functor.spelling() + " ", call.arguments(), "", ")");
            case INFIX -> list("(", call.arguments(), " " + functor.spelling() + " ", ")");
            case CALL -> list(functor.spelling() + "(", call.arguments(), ", ", ")");
        };
    }

    @Override
    public StringBuilder onUserCall(Argument.UserCall call) {
        return list("@" + call.name() + "(", call.arguments(), ", ", ")");
    }

    @Override
    public StringBuilder onCast(Argument.Cast cast) {
        out.append("as(");
        cast.value().fold(this);
        return out.append(", ").append(cast.type().name()).append(')');
    }

    @Override
    public StringBuilder onAggregate(Argument.Aggregate aggregate) {
        out.append(aggregate.aggregation().name().toLowerCase(Locale.ROOT)).append(' ');
        aggregate.target().ifPresent(target -> target.fold(this).append(' '));
        out.append(": {");
        return conjunction(aggregate.body()).append('}');
    }

    @Override
    public StringBuilder onUserAggregate(Argument.UserAggregate aggregate) {
        out.append("@@").append(aggregate.name()).append(' ');
        aggregate.target().ifPresent(target -> target.fold(this).append(' '));
        out.append(": ");
        aggregate.initial().fold(this);
        out.append(", {");
        return conjunction(aggregate.body()).append('}');
    }

    @Override
    public StringBuilder onCounter(Argument.Counter counter) {
        return out.append("autoinc()");
    }

    @Override
    public StringBuilder onIteration(Argument.Iteration iteration) {
        return out.append("recursive_iteration_cnt()");
    }
}
