package io.padlog.run.datalog.check;

import io.padlog.run.datalog.strata.Strata;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item.Plan;
import io.padlog.run.datalog.syntax.Item.PlanOrder;
import io.padlog.run.datalog.syntax.Literal;

/** What may be said of recursive rules only, or not of them: plans and counters. */
final class PlanChecks {
    private final Strata strata;
    private final Report report;

    PlanChecks(Strata strata, Report report) {
        this.strata = strata;
        this.report = report;
    }

    void check(FlatClause clause) {
        int atoms = 0;
        int recursive = 0;
        for (Literal literal : clause.body()) {
            if (literal instanceof Literal.Atom atom) {
                atoms++;
                recursive += strata.isRecursive(clause.head().relation(), atom.relation()) ? 1 : 0;
            }
        }
        if (clause.plan().isPresent() && !clause.subsumption()) {
            plan(clause.plan().get(), atoms, recursive);
        }
        if (recursive > 0 && !clause.subsumption()) {
            Walk counters = Walk.arguments(argument -> {
                if (argument instanceof Argument.Counter) {
                    report.error(argument.range(), "a counter may not stand in a recursive rule");
                }
            });
            counters.over(clause.head());
            counters.over(clause.body());
        }
    }

    private void plan(Plan plan, int atoms, int recursive) {
        if (recursive == 0) {
            report.error(plan.range(), ".plan is for recursive rules only");
            return;
        }
        for (PlanOrder order : plan.orders()) {
            if (order.version() >= recursive) {
                report.error(plan.range(), "the rule has " + ClauseChecks.count(recursive, "version")
                        + ", so that a plan for version " + order.version() + " says nothing");
            }
            boolean complete = order.order().size() == atoms;
            for (int atom = 1; atom <= atoms; atom++) {
                complete &= order.order().contains(atom);
            }
            if (!complete) {
                report.error(plan.range(), "a plan must name each of the " + ClauseChecks.count(atoms, "atom") + " once, from 1");
            }
        }
    }
}
