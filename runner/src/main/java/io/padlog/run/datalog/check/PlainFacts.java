package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item.Attribute;
import java.util.List;
import java.util.Optional;

/**
 * Facts of plain constants, each of its column's very kind: nothing of them needs inference, and nothing can be wrong with
 * them. Tables have thousands of them, which are most of a program's clauses.
 */
final class PlainFacts {
    private final Declarations declarations;

    PlainFacts(Declarations declarations) {
        this.declarations = declarations;
    }

    boolean contain(FlatClause clause) {
        if (!clause.isFact() || clause.plan().isPresent()) {
            return false;
        }
        Optional<List<Attribute>> attributes = declarations.attributes(clause.head().relation());
        List<Argument> arguments = clause.head().arguments();
        if (attributes.isEmpty() || attributes.get().size() != arguments.size()) {
            return false;
        }
        for (int column = 0; column < arguments.size(); column++) {
            Optional<LogicalType> type = declarations.types().find(attributes.get().get(column).type().name());
            if (type.isEmpty() || !isPlain(arguments.get(column), type.get().kind)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(Argument argument, Kind kind) {
        if (argument instanceof Argument.Numeral numeral) {
            return kind == Kind.NUMBER
                    && numeral.suffix() == Argument.Suffix.NONE
                    && Numerals.bits(numeral.digits(), kind).isPresent();
        }
        return argument instanceof Argument.Text && kind == Kind.SYMBOL;
    }
}
