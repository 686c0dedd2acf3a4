package io.padlog.run.datalog.check;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.strata.Dependency;
import io.padlog.run.datalog.strata.Strata;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what a program means, and what is wrong with it. */
public final class Checker {
    private final Report report = new Report();

    private Checker() {}

    /** Parses and checks; the problems are those of both, and a program that does not parse is not checked. */
    public static Checked check(ProgramSource source) {
        Parsed parsed = Parser.parse(source);
        if (parsed.problems().stream().anyMatch(Problem::isError)) {
            return new Checked(Optional.empty(), parsed.problems());
        }
        Checked checked = check(parsed.program());
        List<Problem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(checked.problems());
        problems.sort(Problem.BY_PLACE);
        return new Checked(checked.program(), problems);
    }

    /** Checks a program that was parsed without errors. */
    public static Checked check(Program program) {
        Checker checker = new Checker();
        Optional<CheckedProgram> checked = checker.run(program);
        return new Checked(checked, checker.report.sorted());
    }

    private Optional<CheckedProgram> run(Program program) {
        FlatProgram flat = Instantiation.flatten(program, report);
        Declarations declarations = Declarations.of(flat);
        new DeclarationChecks(flat, declarations, report).check();
        boolean declared = report.errors() == 0;
        ClauseChecks clauseChecks = new ClauseChecks(declarations, report);
        List<TypedClause> clauses = new ArrayList<>();
        MutualAggregates mutual = new MutualAggregates(report);
        AnonymousRecords records = new AnonymousRecords(declarations, report);
        List<FlatClause> involved = new ArrayList<>();
        PlainFacts plainFacts = new PlainFacts(declarations);
        for (FlatClause clause : flat.clauses()) {
            if (declared && plainFacts.contain(clause)) {
                clauses.add(new TypedClause(clause, Map.of(), Inference.ofPlainFact(clause, declarations)));
                continue;
            }
            involved.add(clause);
            if (clauseChecks.check(clause)) {
                mutual.check(clause);
                for (FlatClause one : declared ? records.unfold(clause) : List.of(clause)) {
                    typed(one, declarations, declared).ifPresent(clauses::add);
                }
            }
        }
        clauseChecks.warnOfSingles(involved);
        List<Dependency> dependencies = Dependencies.of(involved);
        dependencies.addAll(Dependencies.ofDeltas(flat.relations()));
        Strata strata = new Strata(declarations.relations().keySet(), dependencies);
        strata.cyclesThroughNegation(dependencies).forEach(problem -> report.error(problem.range(), problem.message()));
        PlanChecks planChecks = new PlanChecks(strata, report);
        involved.forEach(planChecks::check);
        new InlineChecks(flat, report).check(dependencies);
        if (report.errors() > 0) {
            return Optional.empty();
        }
        CheckedProgram lowered = Lowering.lower(flat, declarations, clauses, report);
        return report.errors() > 0 ? Optional.empty() : Optional.of(lowered);
    }

    private Optional<TypedClause> typed(FlatClause clause, Declarations declarations, boolean declared) {
        int before = report.reported();
        Scopes.Scoped scoped = Scopes.resolve(clause, given(clause, declarations), report);
        // Types of clauses are compared with those of declarations, which must have some.
        if (report.reported() > before || !declared) {
            return Optional.empty();
        }
        Inference inference = Inference.of(scoped.clause(), declarations);
        TypeChecks.check(scoped.clause(), inference, declarations, report);
        return Optional.of(new TypedClause(scoped.clause(), scoped.outer(), inference));
    }

    /** Variables that need no literal: what an inlined relation's head has comes from where it is used. */
    private static Set<String> given(FlatClause clause, Declarations declarations) {
        Set<String> names = new HashSet<>();
        if (declarations.relation(clause.head().relation()).map(InlineChecks::isInlined).orElse(false)) {
            Walk.shallow(argument -> {
                if (argument instanceof Argument.Variable variable) {
                    names.add(variable.name());
                }
            }).over(clause.head());
        }
        return names;
    }
}
