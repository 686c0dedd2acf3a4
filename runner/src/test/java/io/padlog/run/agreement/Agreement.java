package io.padlog.run.agreement;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.DatalogCase;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.souffle.SouffleEngine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs made programs on both engines and shows, made small, those on which they differ.
 *
 * <p>Arguments: the first seed, and how many.
 */
public final class Agreement {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final String REFUSED = "refused";
    private static final String UNDECIDED = "undecided";

    private final DatalogEngine souffle;
    private final DatalogEngine embedded = new EmbeddedEngine();

    Agreement(DatalogEngine souffle) {
        this.souffle = souffle;
    }

    public static void main(String[] args) {
        Agreement agreement =
                new Agreement(SouffleEngine.require(Optional.empty(), System.getenv(), warning -> { }));
        long first = Long.parseLong(args[0]);
        int refused = 0;
        int different = 0;
        int count = Integer.parseInt(args[1]);
        for (long seed = first; seed < first + count; seed++) {
            Sketch sketch = ProgramMaker.make(seed);
            refused += agreement.answer(agreement.embedded, sketch).startsWith(REFUSED) ? 1 : 0;
            if (agreement.differ(sketch)) {
                different++;
                System.out.println("seed " + seed + ":\n" + agreement.report(sketch));
            }
        }
        System.out.println(count + " programs, " + refused + " of them refused, " + different + " disagreements");
        System.exit(different == 0 ? 0 : 1);
    }


    boolean differ(Sketch sketch) {
        String theirs = answer(souffle, sketch);
        String ours = answer(embedded, sketch);
        if (theirs.equals(REFUSED) && !sketch.equals(sketch.unplanned())) {
            // Soufflé holds a plan against what its own transformations have made of the rule.
            return differ(sketch.unplanned());
        }
        return !theirs.equals(UNDECIDED) && !ours.equals(UNDECIDED) && !ours.equals(theirs);
    }

    /** The smallest program like this one that the engines differ on, and their answers. */
    String report(Sketch sketch) {
        Sketch small = sketch.shrunk(this::differ);
        return small.text() + "-- embedded:\n" + told(embedded, small) + "-- Soufflé:\n" + told(souffle, small);
    }

    private String answer(DatalogEngine engine, Sketch sketch) {
        try {
            return DatalogCase.print(engine.run(request(sketch)));
        } catch (PadlogException e) {
            // Words differ, and an engine may stop at another error first. Where one of them
            // crashes or takes too long there is nothing to agree on.
            return e.status() == ExitStatus.USAGE ? REFUSED : UNDECIDED;
        }
    }

    private String told(DatalogEngine engine, Sketch sketch) {
        try {
            return DatalogCase.print(engine.run(request(sketch)));
        } catch (PadlogException e) {
            return e.getMessage() + "\n";
        }
    }

    private static EngineRequest request(Sketch sketch) {
        ProgramSource source = new ProgramSource("made.dl", sketch.text(), (path, from) -> Optional.empty());
        return new EngineRequest(source, new Facts(new Symbols(), Map.of()), List.of(), 1, Optional.of(LIMIT));
    }
}
