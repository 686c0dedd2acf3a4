package io.padlog.run.proof;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Searches for a proof backwards, level by level: each rule is evaluated with its head given, over the computed relations.
 * What it finds may go round in circles, so that the proof is then built forwards, from what needs no premise.
 */
final class ProofSearch {
    /** What has more ways than this to be derived is not searched further. */
    private static final int MAX_DERIVATIONS = 500_000;

    private final CheckedProgram program;
    private final Relations relations;
    private final Supplier<Optional<Duration>> left;
    private final List<StepRule> rules = new ArrayList<>();
    private final Set<Tuple> seen = new HashSet<>();
    private final Set<Tuple> given = new HashSet<>();
    private final List<Derivation> derivations = new ArrayList<>();

    /** @param left how much time is left */
    ProofSearch(CheckedProgram program, Relations relations, Supplier<Optional<Duration>> left) {
        this.program = program;
        this.relations = relations;
        this.left = left;
        for (Rule rule : program.rules()) {
            rules.add(new StepRule(rule, rules.size(), program.relations()));
        }
        for (Relation relation : program.relations().values()) {
            if (relation.representation() == Relation.Representation.EQREL && relation.arity() == 2) {
                closure(relation).forEach(rule -> rules.add(new StepRule(rule, rules.size(), program.relations())));
            }
        }
    }

    /** What makes a relation an equivalence, as rules. */
    private static List<Rule> closure(Relation relation) {
        var kind = relation.attributes().get(0).kind();
        Term x = new Term.Variable("x", kind);
        Term y = new Term.Variable("y", kind);
        Term z = new Term.Variable("z", kind);
        return List.of(
                rule(relation, x, x, List.of(x, new Term.Anything(kind))),
                rule(relation, x, y, List.of(y, x)),
                rule(relation, x, z, List.of(x, y), List.of(y, z)));
    }

    @SafeVarargs
    private static Rule rule(Relation relation, Term left, Term right, List<Term>... body) {
        List<Goal> goals = new ArrayList<>();
        for (List<Term> terms : body) {
            goals.add(new Goal.Member(relation.name(), terms));
        }
        return new Rule(relation.range(), new Goal.Member(relation.name(), List.of(left, right)), goals, Optional.empty());
    }

    /** @return a derivation for each row of the proof that is no fact, the wanted row's among them; empty if none is found */
    Map<Tuple, Derivation> search(Tuple wanted) {
        Set<Tuple> frontier = new LinkedHashSet<>(Set.of(wanted));
        Map<Tuple, Derivation> proofs = Map.of();
        while (!frontier.isEmpty() && derivations.size() < MAX_DERIVATIONS) {
            seen.addAll(frontier);
            Set<Tuple> facts = relations.given(frontier);
            given.addAll(facts);
            frontier.removeAll(facts);
            if (facts.contains(wanted)) {
                return proofs;
            }
            Set<Tuple> next = new LinkedHashSet<>();
            for (Derivation derivation : step(frontier)) {
                derivations.add(derivation);
                derivation.premises().stream().filter(premise -> !seen.contains(premise)).forEach(next::add);
            }
            proofs = forwards();
            if (proofs.containsKey(wanted)) {
                return proofs;
            }
            frontier = next;
        }
        return proofs;
    }

    boolean isGiven(Tuple tuple) {
        return given.contains(tuple);
    }

    /** The first derivation of each row whose premises all have one of a lower height. */
    private Map<Tuple, Derivation> forwards() {
        Map<Tuple, Derivation> proofs = new LinkedHashMap<>();
        Map<Tuple, List<Integer>> uses = new HashMap<>();
        int[] open = new int[derivations.size()];
        List<Integer> ready = new ArrayList<>();
        for (int index = 0; index < open.length; index++) {
            for (Tuple premise : new HashSet<>(derivations.get(index).premises())) {
                if (!given.contains(premise)) {
                    open[index]++;
                    uses.computeIfAbsent(premise, any -> new ArrayList<>()).add(index);
                }
            }
            if (open[index] == 0) {
                ready.add(index);
            }
        }
        while (!ready.isEmpty()) {
            List<Tuple> proved = new ArrayList<>();
            for (int index : ready.stream().sorted().toList()) {
                Tuple conclusion = derivations.get(index).conclusion();
                if (!given.contains(conclusion) && proofs.putIfAbsent(conclusion, derivations.get(index)) == null) {
                    proved.add(conclusion);
                }
            }
            ready.clear();
            for (Tuple tuple : proved) {
                for (int index : uses.getOrDefault(tuple, List.of())) {
                    if (--open[index] == 0) {
                        ready.add(index);
                    }
                }
            }
        }
        return proofs;
    }

    /** All derivations of some rows. */
    private List<Derivation> step(Set<Tuple> frontier) {
        Set<String> heads = new LinkedHashSet<>();
        frontier.forEach(tuple -> heads.add(tuple.relation()));
        List<StepRule> used = rules.stream().filter(rule -> heads.contains(rule.rule().head().relation())).toList();
        if (used.isEmpty()) {
            return List.of();
        }
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Tuple tuple : frontier) {
            tables.computeIfAbsent(StepRule.MARK + tuple.relation(), name -> new Table(tuple.cells().size()))
                    .add(tuple.cells().stream().mapToInt(Integer::intValue).toArray());
        }
        CheckedProgram step = program(used, heads);
        for (Item.Directive directive : step.directives()) {
            if (program.relations().containsKey(directive.relation())) {
                tables.put(directive.relation(), relations.rows(directive.relation()));
            }
        }
        List<String> answers = used.stream().map(rule -> rule.relation().name()).toList();
        EngineRequest request = new EngineRequest(
                new ProgramSource("", "", (path, from) -> Optional.empty()), new Facts(relations.symbols(), tables), answers, 1,
                left.get());
        EngineResult result = new EmbeddedEngine().run(request, step);
        List<Derivation> found = new ArrayList<>();
        for (StepRule rule : used) {
            Table rows = result.relations().get(rule.relation().name()).rows();
            for (int row = 0; row < rows.rows(); row++) {
                List<Integer> cells = new ArrayList<>();
                for (int column = 0; column < rows.arity(); column++) {
                    cells.add(rows.get(row, column));
                }
                found.add(rule.derivation(cells, relations::shown));
            }
        }
        return found;
    }

    private CheckedProgram program(List<StepRule> used, Set<String> heads) {
        Map<String, Relation> declared = new LinkedHashMap<>();
        List<Item.Directive> inputs = new ArrayList<>();
        for (Relation relation : program.relations().values()) {
            input(relation, relation.name(), declared, inputs);
        }
        for (String head : heads) {
            input(program.relations().get(head), StepRule.MARK + head, declared, inputs);
        }
        used.forEach(rule -> declared.put(rule.relation().name(), rule.relation()));
        List<Stratum> strata = declared.keySet().stream().map(name -> new Stratum(List.of(name), false)).toList();
        return new CheckedProgram(program.types(), declared, used.stream().map(StepRule::turned).toList(), List.of(),
                inputs, program.functors(), strata);
    }

    private static void input(
            Relation relation, String name, Map<String, Relation> declared, List<Item.Directive> inputs) {
        declared.put(name, new Relation(relation.range(), name, relation.attributes(), Relation.Representation.DEFAULT,
                List.of(), relation.inlined(), ""));
        inputs.add(new Item.Directive(relation.range(), Item.Verb.INPUT, name, List.of()));
    }
}
