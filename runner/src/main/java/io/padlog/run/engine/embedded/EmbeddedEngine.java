package io.padlog.run.engine.embedded;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.check.Checked;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Evaluates Datalog in this JVM. It adds the strings that it makes to the request's symbols, and changes nothing else of it.
 * What Soufflé leaves to chance may come out differently: the value of {@code ord} of a symbol or record, the number that
 * {@code autoinc} gives to a row, the row that a choice-domain takes. So may how often {@code autoinc} counts in a rule whose
 * answers differ in nothing else: here each one counts, Soufflé stops where its optimizer sees that one is enough.
 */
public final class EmbeddedEngine implements DatalogEngine {
    /** how many rows all relations together may have if nobody says */
    public static final long DEFAULT_MAX_ROWS = 200_000_000;

    /** Enough that planning does not count, few enough that the next batch can be read meanwhile. */
    private static final long BATCH = 100_000;

    private final long maxRows;
    private Optional<Known> last = Optional.empty();
    private Optional<Asked> lastAsked = Optional.empty();

    private record Known(ProgramSource source, CheckedProgram program) {}

    /** What a program became for the sake of what is asked of it. */
    private record Asked(CheckedProgram program, Set<String> roots, CheckedProgram rewritten) {}

    public EmbeddedEngine() {
        this(DEFAULT_MAX_ROWS);
    }

    /** @param maxRows how many rows all relations together may have, roughly, before the evaluation is given up */
    public EmbeddedEngine(long maxRows) {
        this.maxRows = maxRows;
    }

    @Override
    public String describe() {
        return "embedded";
    }

    @Override
    public long batch() {
        return BATCH;
    }

    @Override
    public void prepare(ProgramSource program) {
        CheckedProgram checked = known(program);
        rewritten(checked, roots(outputs(checked), checked));
    }

    private synchronized CheckedProgram rewritten(CheckedProgram program, Set<String> roots) {
        if (lastAsked.isEmpty() || lastAsked.get().program() != program || !lastAsked.get().roots().equals(roots)) {
            lastAsked = Optional.of(new Asked(program, Set.copyOf(roots), MagicSets.rewrite(program, roots)));
        }
        return lastAsked.get().rewritten();
    }

    /** The same program is run for each batch of facts; checking it takes longer than a small batch. */
    private synchronized CheckedProgram known(ProgramSource program) {
        if (last.isEmpty() || !last.get().source().equals(program)) {
            Optional<BuiltProgram> built = BuiltProgram.find(program);
            last = Optional.of(new Known(program, built.map(BuiltProgram::program).orElseGet(() -> checked(program))));
            lastAsked = built.map(asked -> new Asked(asked.program(), asked.roots(), asked.rewritten())).or(() -> lastAsked);
        }
        return last.get().program();
    }

    @Override
    public boolean readsFactFiles() {
        return false;
    }

    @Override
    public EngineResult run(EngineRequest request) {
        return run(request, known(request.program()));
    }

    /** Writes what can be done for a program while padlog is built, for {@link #prepare} to find.
     *  @param classes the folder of padlog's classes */
    public static void build(ProgramSource program, Path classes) throws IOException {
        BuiltProgram.of(program).write(classes);
    }

    /** A program without errors.
     *  @throws PadlogException USAGE if it has any */
    public static CheckedProgram checked(ProgramSource source) {
        Checked checked = Checker.check(source);
        return checked.program().orElseThrow(() -> new PadlogException(
                ExitStatus.USAGE,
                checked.problems().stream()
                        .filter(Problem::isError)
                        .map(Problem::toString)
                        .collect(Collectors.joining("\n"))));
    }

    /** Evaluates a program that was checked already; the request's own text is not looked at. */
    public EngineResult run(EngineRequest request, CheckedProgram program) {
        Set<String> wanted = wanted(request, program);
        Set<String> printed = named(Item.Verb.PRINTSIZE, program);
        Set<String> roots = roots(wanted, program);
        return limited(() -> {
            Results results = evaluate(request, program, roots);
            Map<String, EngineResult.Relation> relations = new LinkedHashMap<>();
            for (String name : program.relations().keySet()) {
                if (wanted.contains(name)) {
                    relations.put(name, results.relation(name, Notation.PLAIN));
                }
            }
            List<String> lines = printed.stream().map(name -> name + "\t" + results.size(name)).toList();
            return new EngineResult(request.facts().symbols(), relations, lines);
        });
    }

    /**
     * Evaluates a program that was checked already, as far as some relations need it. The request's text and what it wants
     * are not looked at.
     *
     * @param roots the relations that will be asked for
     */
    public Results compute(EngineRequest request, CheckedProgram program, Set<String> roots) {
        return limited(() -> evaluate(request, program, roots));
    }

    /** These relations and all that they depend on; facts for others are not looked at. */
    public static Set<String> needed(CheckedProgram program, Set<String> roots) {
        return new Dependencies(program).needed(roots);
    }

    /** The program that runs in place of this one where only these relations are asked for; it has the same rows in them. */
    public static CheckedProgram transformed(CheckedProgram program, Set<String> roots) {
        return MagicSets.rewrite(program, roots);
    }

    /** How it would be evaluated as far as these relations need it, to be read: loops, indexes, joins in their order. */
    public static String plan(CheckedProgram program, Set<String> roots) {
        return ProgramPlan.text(transformed(program, roots), roots);
    }

    /** For each relation those that its rules look at. */
    public static Map<String, Set<String>> read(CheckedProgram program) {
        return new Dependencies(program).reads();
    }

    private static <T> T limited(Supplier<T> work) {
        try {
            return work.get();
        } catch (OutOfMemoryError e) {
            throw new PadlogException(
                    ExitStatus.INCOMPLETE,
                    "embedded engine: out of memory (" + e.getMessage() + "); give more: PADLOG_JAVA_OPTS=-Xmx8g, or use Soufflé",
                    e);
        } catch (StackOverflowError e) {
            // Each literal and operator of a rule takes a frame; only generated rules have so many.
            throw new PadlogException(
                    ExitStatus.INCOMPLETE,
                    "embedded engine: a rule is too long for Java's stack; give more: PADLOG_JAVA_OPTS=-Xss64m, or use Soufflé",
                    e);
        }
    }

    private Results evaluate(EngineRequest request, CheckedProgram program, Set<String> roots) {
        Budget budget = new Budget(request.timeout(), maxRows);
        CheckedProgram asked = rewritten(program, roots);
        Evaluation evaluation = new Evaluation(asked, roots, request.facts(), budget, request.threads());
        evaluation.run();
        return new Results(program, evaluation.memory());
    }

    private static Set<String> named(Item.Verb verb, CheckedProgram program) {
        Set<String> named = new LinkedHashSet<>();
        for (Item.Directive directive : program.directives()) {
            if (directive.verb() == verb) {
                named.add(directive.relation());
            }
        }
        return named;
    }

    static Set<String> outputs(CheckedProgram program) {
        return named(Item.Verb.OUTPUT, program);
    }

    /** What is wanted, and what is to be counted. */
    static Set<String> roots(Set<String> wanted, CheckedProgram program) {
        Set<String> roots = new LinkedHashSet<>(wanted);
        roots.addAll(named(Item.Verb.PRINTSIZE, program));
        return roots;
    }

    private static Set<String> wanted(EngineRequest request, CheckedProgram program) {
        Set<String> wanted = request.wanted().isEmpty() ? outputs(program) : new LinkedHashSet<>();
        for (String name : request.wanted()) {
            if (!program.relations().containsKey(name)) {
                throw new PadlogException(
                        ExitStatus.USAGE, request.program().name() + ": there is no relation '" + name + "' to show");
            }
            wanted.add(name);
        }
        return wanted;
    }
}
