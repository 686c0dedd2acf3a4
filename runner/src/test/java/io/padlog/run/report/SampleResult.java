package io.padlog.run.report;

import io.padlog.extract.Extraction;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.finding.FindingKind;
import io.padlog.run.finding.Location;
import io.padlog.run.finding.Step;
import io.padlog.run.finding.Step.LockState;
import io.padlog.run.finding.Trace;
import io.padlog.run.finding.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A result made by hand, with something of everything that a report shows. */
public final class SampleResult {
    public static final String SOURCE = """
            VOID RingRead(WDFQUEUE Queue, WDFREQUEST Request, size_t Length)
            {
                PRING ring = GetRing(Queue);
                RingLock(ring);
            \tif (ring->Count == 0) {
            \t\treturn;
                }
                WdfSpinLockRelease(ring->Lock);
            }
            """;

    private SampleResult() {}

    /** The findings come unsorted. */
    public static CheckResult result() {
        return new CheckResult(
                List.of(taken(), leak()),
                2,
                List.of(
                        new Verdict("ring", "WdfSpinlockRelease", Verdict.Outcome.DEFECT, ""),
                        new Verdict("wdm-sample", "WdfSpinlockRelease", Verdict.Outcome.NOT_APPLICABLE, "not a KMDF driver")),
                false,
                new Extraction.Coverage(2, 3, 1, 1200, 40, 1, 1, List.of(new Extraction.MissingHeader("ntddk.h", 3), new Extraction.MissingHeader("wdf.h", 1)), 0),
                List.of(
                        diagnostic(Diagnostic.Kind.OPAQUE_STATEMENT, 77, "statement not read: unexpected '@'"),
                        diagnostic(Diagnostic.Kind.UNREADABLE_FILE, 0, "not text"),
                        diagnostic(Diagnostic.Kind.LOST_FUNCTION, 90, "function RingStop not read: '}' is missing"),
                        diagnostic(Diagnostic.Kind.MISSING_HEADER, 1, "header not found: wdf.h")),
                "embedded");
    }

    private static Finding leak() {
        return new Finding(
                Finding.idOf("WdfSpinlockRelease", "RingRead", "ring->Lock", 0),
                "WdfSpinlockRelease",
                FindingKind.HELD_AT_RETURN,
                Confidence.HIGH,
                new Location("src/ring.c", 6, 3),
                "RingRead",
                "ring->Lock",
                Optional.of(new Location("src/lock.c", 12, 5)),
                "RingLock",
                List.of("RingRead", "RingPeek", "RingRead"),
                "RingRead returns with ring->Lock held",
                new Trace(List.of(
                        step(Step.Kind.ENTRY, 1, 1, "RingRead is called", 0, LockState.FREE),
                        step(Step.Kind.CALL, 4, 5, "calls RingLock", 0, LockState.FREE),
                        new Step(Step.Kind.ACQUIRE, new Location("src/lock.c", 12, 5), "RingLock",
                                "WdfSpinLockAcquire(ring->Lock)", 1, LockState.HELD),
                        step(Step.Kind.RETURN_FROM, 4, 5, "RingLock returns", 0, LockState.HELD),
                        step(Step.Kind.BRANCH, 5, 6, "ring->Count == 0 is TRUE", 0, LockState.HELD),
                        step(Step.Kind.RETURN, 6, 3, "returns", 0, LockState.HELD))),
                List.of("ring"));
    }

    private static Finding taken() {
        return new Finding(
                Finding.idOf("WdfSpinlock", "RingStop", "g_\"Lock\"", 1),
                "WdfSpinlock",
                FindingKind.TAKEN_TWICE,
                Confidence.MEDIUM,
                new Location("src/stop.c", 30, 9),
                "RingStop",
                "g_\"Lock\"",
                Optional.empty(),
                "",
                List.of(),
                "g_\"Lock\" is taken, and taken again",
                Trace.NONE,
                List.of("wdm-sample"));
    }

    private static Step step(Step.Kind kind, int line, int column, String text, int depth, LockState lock) {
        return new Step(kind, new Location("src/ring.c", line, column), "RingRead", text, depth, lock);
    }

    private static Diagnostic diagnostic(Diagnostic.Kind kind, int line, String message) {
        SourceFile file = new SourceFile(Path.of("ring.c"), "src/ring.c");
        return new Diagnostic(Diagnostic.Severity.ERROR, kind, new Position(file, line, 1), message);
    }
}
