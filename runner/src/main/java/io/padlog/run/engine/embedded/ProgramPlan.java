package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Subsumption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a program would be evaluated of whose facts nothing is known: where a run knows sizes, it may join in another order. */
final class ProgramPlan {
    private final CheckedProgram program;
    private final Memory memory;
    private final Set<String> needed;

    private ProgramPlan(CheckedProgram program, Set<String> roots) {
        this.program = program;
        this.needed = new Dependencies(program).needed(roots);
        Facts none = new Facts(new Symbols(), Map.of());
        this.memory = new Evaluation(program, roots, none, new Budget(Optional.empty(), Long.MAX_VALUE), 1).memory();
    }

    /** The strata that the roots need, in the order of evaluation, with the plans of their rules. */
    static String text(CheckedProgram program, Set<String> roots) {
        ProgramPlan plan = new ProgramPlan(program, roots);
        StringBuilder text = new StringBuilder();
        program.strata().stream()
                .filter(stratum -> stratum.relations().stream().anyMatch(plan.needed::contains))
                .forEach(stratum -> plan.stratum(stratum, text));
        return text.toString();
    }

    private void stratum(Stratum stratum, StringBuilder text) {
        text.append(stratum.recursive() ? "until nothing is new: " : "").append(String.join(", ", stratum.relations())).append('\n');
        Statistics unknown = Statistics.of(memory).computing(program.relations().keySet());
        RulePlanner planner = new RulePlanner(memory, Set.copyOf(stratum.relations()), unknown);
        PlanText lines = new PlanText(program, memory);
        for (Rule rule : program.rules()) {
            if (stratum.relations().contains(rule.head().relation())) {
                List<String> deltas = planner.recursiveAtoms(rule);
                for (int version = 0; version < Math.max(1, deltas.size()); version++) {
                    text.append(' ').append(rule.range())
                            .append(deltas.isEmpty() ? "" : ", for what is new in " + deltas.get(version)).append('\n')
                            .append(lines.lines(planner.plan(rule, version).operations(), "  "));
                }
            }
        }
        for (Subsumption subsumption : program.subsumptions()) {
            if (stratum.relations().contains(subsumption.less().relation())) {
                planner.plans(subsumption).forEach(plan -> text.append(' ').append(plan.range()).append('\n')
                        .append(lines.lines(plan.operations(), "  ")));
            }
        }
    }
}
