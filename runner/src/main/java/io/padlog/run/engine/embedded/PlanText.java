package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Plans to be read: a line for each operation, one blank further in than the one that runs it. A symbol that is looked for
 * inside of a record shows as its number, since a plan does not know any more what it was.
 */
final class PlanText implements Operation.Cases<String>, Condition.Cases<String> {
    private final CheckedProgram program;
    private final Memory memory;

    PlanText(CheckedProgram program, Memory memory) {
        this.program = program;
        this.memory = memory;
    }

    /** @param indent of the first operation */
    String lines(List<Operation> operations, String indent) {
        StringBuilder text = new StringBuilder();
        String blanks = indent;
        for (Operation operation : operations) {
            text.append(blanks).append(operation.fold(this).replace("\n", "\n" + blanks)).append('\n');
            blanks += " ";
        }
        return text.toString();
    }

    private static String register(int number) {
        return "v" + number;
    }

    private String value(Expression expression, Kind kind) {
        return expression.fold(new Expression.Cases<String>() {
            @Override
            public String onConstant(Expression.Constant constant) {
                return switch (kind) {
                    case NUMBER, RECORD, ADT -> Integer.toString(constant.bits());
                    case UNSIGNED -> Integer.toUnsignedString(constant.bits());
                    case FLOAT -> Notation.PLAIN.floating(Float.intBitsToFloat(constant.bits()));
                    case SYMBOL -> Notation.json(memory.text(constant.bits()));
                };
            }

            @Override
            public String onRegister(Expression.Register register) {
                return register(register.number());
            }

            @Override
            public String onApply(Expression.Apply apply) {
                Kind operands = operands(apply.operator(), kind);
                return apply.operands().stream().map(operand -> value(operand, operands)).collect(Collectors.joining(
                        ", ", apply.operator().name().toLowerCase(Locale.ROOT) + "(", ")"));
            }

            @Override
            public String onPack(Expression.Pack pack) {
                return pack.fields().stream().map(field -> value(field, Kind.NUMBER)).collect(Collectors.joining(
                        ", ", pack.branch() == RecordStore.NO_BRANCH ? "[" : "$" + pack.branch() + "(",
                        pack.branch() == RecordStore.NO_BRANCH ? "]" : ")"));
            }

            @Override
            public String onCounter(Expression.Counter counter) {
                return "autoinc()";
            }

            @Override
            public String onIteration(Expression.Iteration iteration) {
                return "recursive_iteration_cnt()";
            }
        });
    }

    /** How an operator reads its operands whose result is read as {@code result}. */
    private static Kind operands(Operator operator, Kind result) {
        String name = operator.name();
        return name.startsWith("U_") || name.startsWith("UNSIGNED_") ? Kind.UNSIGNED
                : name.startsWith("F_") || name.startsWith("FLOAT_") ? Kind.FLOAT
                : name.startsWith("S_") || name.startsWith("SYMBOL_") || operator == Operator.CAT || operator == Operator.STRLEN
                        ? Kind.SYMBOL
                : operator == Operator.SUBSTR || result == Kind.SYMBOL ? Kind.NUMBER : result;
    }

    private Relation.Attribute attribute(String relation, int column) {
        return program.relations().get(relation).attributes().get(column);
    }

    private static String seen(Rows rows, String relation) {
        return switch (rows) {
            case KNOWN -> relation;
            case OLD -> "old " + relation;
            case DELTA -> "new " + relation;
        };
    }

    private String loads(String relation, List<Operation.Load> loads) {
        return loads.isEmpty() ? "" : loads.stream()
                .map(load -> register(load.register()) + " = " + attribute(relation, load.column()).name())
                .collect(Collectors.joining(", ", ": ", ""));
    }

    private String keys(String relation, List<Integer> columns, List<Expression> keys) {
        List<String> equations = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Relation.Attribute attribute = attribute(relation, columns.get(i));
            equations.add(attribute.name() + " = " + value(keys.get(i), attribute.kind()));
        }
        return String.join(", ", equations);
    }

    private String row(String relation, List<Expression> row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            cells.add(value(row.get(column), attribute(relation, column).kind()));
        }
        return relation + "(" + String.join(", ", cells) + ")";
    }

    private String body(String what, List<Operation> operations) {
        return (what + "\n" + lines(operations, " ")).stripTrailing();
    }

    @Override
    public String onScan(Operation.Scan scan) {
        return "for each row of " + seen(scan.rows(), scan.relation()) + loads(scan.relation(), scan.loads());
    }

    @Override
    public String onIndexScan(Operation.IndexScan scan) {
        return "for each row of " + seen(scan.rows(), scan.relation()) + " by index "
                + keys(scan.relation(), scan.columns(), scan.keys()) + loads(scan.relation(), scan.loads());
    }

    @Override
    public String onFilter(Operation.Filter filter) {
        return "if " + filter.condition().fold(this);
    }

    @Override
    public String onBind(Operation.Bind bind) {
        return "let " + register(bind.register()) + " = " + value(bind.value(), Kind.NUMBER);
    }

    @Override
    public String onUnpack(Operation.Unpack unpack) {
        return "if " + value(unpack.value(), Kind.RECORD)
                + (unpack.branch() == RecordStore.NO_BRANCH ? " is a record" : " is of branch " + unpack.branch())
                + (unpack.loads().isEmpty() ? "" : unpack.loads().stream()
                        .map(load -> register(load.register()) + " = field " + load.column())
                        .collect(Collectors.joining(", ", ": ", "")));
    }

    @Override
    public String onGenerate(Operation.Generate generate) {
        return "for each " + register(generate.register()) + " in range(" + value(generate.from(), generate.kind()) + ", "
                + value(generate.to(), generate.kind())
                + generate.step().map(step -> ", " + value(step, generate.kind())).orElse("") + ")";
    }

    @Override
    public String onAggregate(Operation.Aggregate aggregate) {
        String of = aggregate.distinct().map(registers -> registers.stream()
                .map(PlanText::register).collect(Collectors.joining(", ", " of different (", ")"))).orElse("");
        return body("let " + register(aggregate.register()) + " = "
                + aggregate.aggregation().name().toLowerCase(Locale.ROOT) + " " + value(aggregate.target(), aggregate.kind())
                + of + " over", aggregate.body());
    }

    @Override
    public String onAny(Operation.Any any) {
        return body("if there is any", any.body());
    }

    @Override
    public String onProject(Operation.Project project) {
        return "add " + row(project.relation(), project.row());
    }

    @Override
    public String onRemove(Operation.Remove remove) {
        return "drop " + row(remove.relation(), remove.row()) + " for " + row(remove.relation(), remove.greater());
    }

    @Override
    public String onCompare(Condition.Compare compare) {
        String left = value(compare.left(), compare.kind());
        String right = value(compare.right(), compare.kind());
        Comparison comparison = compare.comparison();
        return switch (comparison) {
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> left + " " + comparison.spelling() + " " + right;
            case MATCH, NOT_MATCH, CONTAINS, NOT_CONTAINS -> comparison.spelling() + "(" + left + ", " + right + ")";
        };
    }

    @Override
    public String onExists(Condition.Exists exists) {
        String rows = seen(exists.rows(), exists.relation());
        return (exists.negated() ? "no row of " : "some row of ") + rows
                + (exists.columns().isEmpty() ? "" : " has " + keys(exists.relation(), exists.columns(), exists.keys()));
    }

    @Override
    public String onNever(Condition.Never never) {
        return "false";
    }
}
