package io.padlog.run.engine.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ScheduleTest {
    @Test
    void aStratumRunsWhenThoseItReadsHaveEnded() {
        Schedule schedule = new Schedule(List.of(Set.of(), Set.of(), Set.of(0), Set.of(0, 1)), Set.of());
        assertThat(schedule.take()).contains(0);
        assertThat(schedule.take()).contains(1);
        assertThat(schedule.take()).isEmpty();
        schedule.end(0);
        assertThat(schedule.take()).contains(2);
        assertThat(schedule.take()).isEmpty();
        schedule.end(1);
        assertThat(schedule.choices()).isEqualTo(1);
        assertThat(schedule.take()).contains(3);
        schedule.end(2);
        assertThat(schedule.isDone()).isFalse();
        schedule.end(3);
        assertThat(schedule.isDone()).isTrue();
    }

    @Test
    void oneThatMakesSymbolsRunsAloneAndInItsTurn() {
        Schedule schedule = new Schedule(List.of(Set.of(), Set.of(), Set.of(), Set.of(0)), Set.of(1, 2));
        assertThat(schedule.take()).contains(0);
        assertThat(schedule.take()).isEmpty();
        schedule.end(0);
        assertThat(schedule.take()).contains(1);
        assertThat(schedule.take()).isEmpty();
        schedule.end(1);
        assertThat(schedule.take()).contains(2);
        schedule.end(2);
        assertThat(schedule.take()).contains(3);
    }

    /** Each waits for the other, so that this ends only if both run. */
    @Test
    void independentStrataRunAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        try (Workers workers = new Workers(2)) {
            workers.run(new Schedule(List.of(Set.of(), Set.of()), Set.of()), stratum -> {
                both.countDown();
                try {
                    assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(both.getCount()).isZero();
    }

    @RepeatedTest(20)
    void allRunOnceAndAfterWhatTheyRead() {
        List<Set<Integer>> before = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            before.add(i < 8 ? Set.of() : Set.copyOf(List.of(i / 2, i - 1 - i % 7)));
        }
        List<Integer> ended = new CopyOnWriteArrayList<>();
        try (Workers workers = new Workers(4)) {
            workers.run(new Schedule(before, Set.of(17, 50, 51)), stratum -> {
                assertThat(ended).containsAll(before.get(stratum));
                ended.add(stratum);
            });
        }
        assertThat(ended).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void aFailureEndsAll() {
        try (Workers workers = new Workers(3)) {
            Schedule schedule = new Schedule(List.of(Set.of(), Set.of(), Set.of(0)), Set.of());
            assertThatThrownBy(() -> workers.run(schedule, stratum -> {
                throw new IllegalStateException("stratum " + stratum);
            })).hasMessageStartingWith("stratum");
        }
    }

    /** The second thread is busy with something else, so that the first does all there is. */
    @Test
    void whatNoThreadIsFreeForIsNotWaitedFor() {
        try (Workers workers = new Workers(2)) {
            List<Integer> ran = new CopyOnWriteArrayList<>();
            workers.run(new Schedule(List.of(Set.of(), Set.of()), Set.of()), stratum ->
                    workers.share(List.of(() -> ran.add(stratum), () -> ran.add(10 + stratum))));
            assertThat(ran).contains(0, 1);
        }
    }
}
