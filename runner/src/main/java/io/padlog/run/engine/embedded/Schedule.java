package io.padlog.run.engine.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which strata may be computed next: those whose relations need nothing that is not complete. One that makes symbols runs
 * alone, so that symbols have the same numbers each time, and in its turn. For several threads.
 */
final class Schedule {
    private final List<Set<Integer>> after = new ArrayList<>();
    private final int[] missing;
    private final Set<Integer> alone;
    private final Set<Integer> ready = new TreeSet<>();
    private final int count;
    private int running;
    private boolean runsAlone;
    private int ended;

    /**
     * @param before for each stratum those that it reads, all with lower numbers
     * @param alone those that do not run beside others
     */
    Schedule(List<Set<Integer>> before, Set<Integer> alone) {
        this.count = before.size();
        this.alone = alone;
        this.missing = new int[count];
        before.forEach(any -> after.add(new TreeSet<>()));
        Optional<Integer> lastAlone = Optional.empty();
        for (int stratum = 0; stratum < count; stratum++) {
            Set<Integer> needed = new TreeSet<>(before.get(stratum));
            if (alone.contains(stratum)) {
                lastAlone.ifPresent(needed::add);
                lastAlone = Optional.of(stratum);
            }
            missing[stratum] = needed.size();
            for (int other : needed) {
                after.get(other).add(stratum);
            }
            if (needed.isEmpty()) {
                ready.add(stratum);
            }
        }
    }

    /** The first stratum that can run now; empty if none can before another has ended. */
    synchronized Optional<Integer> take() {
        Optional<Integer> next = runsAlone ? Optional.empty() : ready.stream().filter(this::mayRun).findFirst();
        next.ifPresent(stratum -> {
            ready.remove(stratum);
            running++;
            runsAlone = alone.contains(stratum);
        });
        return next;
    }

    private boolean mayRun(int stratum) {
        return running == 0 || !alone.contains(stratum);
    }

    /** Lets those run that waited for this one. */
    synchronized void end(int stratum) {
        running--;
        runsAlone = false;
        ended++;
        for (int waiting : after.get(stratum)) {
            if (--missing[waiting] == 0) {
                ready.add(waiting);
            }
        }
    }

    /** How many strata could run at once now. */
    synchronized int choices() {
        return runsAlone ? 0 : (int) ready.stream().filter(this::mayRun).count();
    }

    synchronized boolean isDone() {
        return ended == count;
    }
}
