package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Item;
import java.util.List;
import java.util.function.Predicate;

/**
 * Says what threads may share. Several of them find rows in an order that chance decides, so nothing of a program may
 * depend on it if its answer is to be the same each time; and they may not make symbols, records or numbers at the same time.
 */
final class Sharing {
    private Sharing() {}

    /** Whether the answer is the same in whatever order rows are found. */
    static boolean isInAnyOrder(CheckedProgram program) {
        return program.subsumptions().isEmpty()
                && program.directives().stream().noneMatch(directive -> directive.verb() == Item.Verb.LIMITSIZE)
                && program.relations().values().stream().allMatch(relation ->
                        relation.choiceDomains().isEmpty() && relation.deltaOf().isEmpty())
                && program.rules().stream().allMatch(Sharing::isInAnyOrder);
    }

    private static boolean isInAnyOrder(Rule rule) {
        InAnyOrder order = new InAnyOrder();
        return rule.head().fold(order) && order.all(rule.body());
    }

    /** Whether the rule's own operators may end the evaluation, for want of a number say. */
    static boolean mayFail(Rule rule) {
        return any(rule, call -> switch (call.functor()) {
            case DIVIDE, MODULO -> call.operands() != Kind.FLOAT;
            case TO_NUMBER, TO_UNSIGNED, TO_FLOAT -> call.operands() == Kind.SYMBOL;
            default -> false;
        });
    }

    /** Whether symbols may come out of the rule that were not there before. */
    static boolean makesSymbols(Rule rule) {
        return any(rule, call -> switch (call.functor()) {
            case CAT, SUBSTR -> true;
            case TO_STRING -> call.operands() != Kind.SYMBOL;
            default -> false;
        });
    }

    private static boolean any(Rule rule, Predicate<Term.Call> wanted) {
        boolean[] found = new boolean[1];
        TermWalk.over(rule, term -> found[0] |= term instanceof Term.Call call && wanted.test(call));
        return found[0];
    }

    /** Whether the plan's outermost scan can be gone through by several threads at once. */
    static boolean isShareable(ClausePlan plan) {
        return StepCompiler.outermost(plan).isPresent() && new Shareable().all(plan.operations());
    }

    private static final class InAnyOrder implements Goal.Cases<Boolean>, Term.Cases<Boolean> {
        boolean all(List<Goal> goals) {
            return goals.stream().allMatch(goal -> goal.fold(this));
        }

        private boolean allTerms(List<Term> terms) {
            return terms.stream().allMatch(term -> term.fold(this));
        }

        @Override public Boolean onMember(Goal.Member member) { return allTerms(member.terms()); }
        @Override public Boolean onAbsent(Goal.Absent absent) { return onMember(absent.member()); }
        @Override public Boolean onTest(Goal.Test test) { return test.left().fold(this) && test.right().fold(this); }
        @Override public Boolean onTruth(Goal.Truth truth) { return true; }
        @Override public Boolean onVariable(Term.Variable variable) { return true; }
        @Override public Boolean onAnything(Term.Anything anything) { return true; }
        @Override public Boolean onConstant(Term.Constant constant) { return true; }
        @Override public Boolean onText(Term.Text text) { return true; }
        // Records are numbered as they are made, and JSON has them in that order.
        @Override public Boolean onPack(Term.Pack pack) { return false; }
        @Override public Boolean onBranch(Term.Branch branch) { return false; }
        @Override public Boolean onUserCall(Term.UserCall call) { return false; }
        @Override public Boolean onCounter(Term.Counter counter) { return false; }
        @Override public Boolean onIteration(Term.Iteration iteration) { return false; }
        @Override public Boolean onCast(Term.Cast cast) { return isNumber(cast.value().kind()) && cast.value().fold(this); }

        @Override
        public Boolean onCall(Term.Call call) {
            return call.functor() != Functor.ORD && allTerms(call.terms());
        }

        @Override
        public Boolean onAggregate(Term.Aggregate aggregate) {
            boolean exact = switch (aggregate.aggregation()) {
                case COUNT -> true;
                case SUM, MEAN, MIN, MAX -> isNumber(aggregate.operands()) && aggregate.operands() != Kind.FLOAT;
            };
            return exact && all(aggregate.body()) && aggregate.target().stream().allMatch(target -> target.fold(this));
        }

        private static boolean isNumber(Kind kind) {
            return switch (kind) {
                case NUMBER, UNSIGNED, FLOAT -> true;
                case SYMBOL, RECORD, ADT -> false;
            };
        }
    }

    private static final class Shareable
            implements Operation.Cases<Boolean>, Condition.Cases<Boolean>, Expression.Cases<Boolean> {
        boolean all(List<Operation> operations) {
            return operations.stream().allMatch(operation -> operation.fold(this));
        }

        private boolean allOf(List<Expression> expressions) {
            return expressions.stream().allMatch(expression -> expression.fold(this));
        }

        @Override public Boolean onScan(Operation.Scan scan) { return true; }
        @Override public Boolean onIndexScan(Operation.IndexScan scan) { return allOf(scan.keys()); }
        @Override public Boolean onFilter(Operation.Filter filter) { return filter.condition().fold(this); }
        @Override public Boolean onBind(Operation.Bind bind) { return bind.value().fold(this); }
        @Override public Boolean onUnpack(Operation.Unpack unpack) { return unpack.value().fold(this); }
        @Override public Boolean onProject(Operation.Project project) { return allOf(project.row()); }
        @Override public Boolean onAny(Operation.Any any) { return all(any.body()); }
        @Override public Boolean onRemove(Operation.Remove remove) { return false; }
        @Override public Boolean onCompare(Condition.Compare compare) { return allOf(List.of(compare.left(), compare.right())); }
        @Override public Boolean onExists(Condition.Exists exists) { return allOf(exists.keys()); }
        @Override public Boolean onNever(Condition.Never never) { return true; }
        @Override public Boolean onConstant(Expression.Constant constant) { return true; }
        @Override public Boolean onRegister(Expression.Register register) { return true; }
        @Override public Boolean onPack(Expression.Pack pack) { return false; }
        @Override public Boolean onCounter(Expression.Counter counter) { return false; }
        @Override public Boolean onIteration(Expression.Iteration iteration) { return false; }

        @Override
        public Boolean onGenerate(Operation.Generate generate) {
            return generate.from().fold(this) && generate.to().fold(this)
                    && generate.step().stream().allMatch(step -> step.fold(this));
        }

        @Override
        public Boolean onAggregate(Operation.Aggregate aggregate) {
            return aggregate.target().fold(this) && all(aggregate.body());
        }

        @Override
        public Boolean onApply(Expression.Apply apply) {
            // Which of several rows fails first would be chance, too.
            return !apply.operator().makesSymbol() && !apply.operator().mayFail() && allOf(apply.operands());
        }
    }
}
