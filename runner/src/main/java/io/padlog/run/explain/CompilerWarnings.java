package io.padlog.run.explain;

import static io.padlog.run.finding.FindingKind.FORBIDDEN_CALL;
import static io.padlog.run.finding.FindingKind.HELD_AT_RETURN;
import static io.padlog.run.finding.FindingKind.NOT_HELD;
import static io.padlog.run.finding.FindingKind.TAKEN_TWICE;
import static io.padlog.run.finding.FindingKind.WRONG_RELEASE;

import io.padlog.run.finding.FindingKind;
import java.util.Map;
import java.util.Set;

/** The numbers of Microsoft's code analysis by which a source speaks of what padlog finds, too. */
final class CompilerWarnings {
    private static final Map<Integer, Set<FindingKind>> KINDS = Map.ofEntries(
            Map.entry(26110, Set.of(NOT_HELD, FORBIDDEN_CALL)),  // caller does not hold the lock that it needs
            Map.entry(26111, Set.of(HELD_AT_RETURN)),  // caller fails to release
            Map.entry(26112, Set.of(FORBIDDEN_CALL)),  // caller must not hold any lock
            Map.entry(26115, Set.of(HELD_AT_RETURN)),  // function fails to release
            Map.entry(26116, Set.of(NOT_HELD)),  // function fails to acquire or hold
            Map.entry(26117, Set.of(NOT_HELD)),  // releases what is not held
            Map.entry(26160, Set.of(NOT_HELD, FORBIDDEN_CALL)),  // as 26110, less sure
            Map.entry(26165, Set.of(HELD_AT_RETURN)),  // as 26115, less sure
            Map.entry(26166, Set.of(NOT_HELD)),  // as 26116, less sure
            Map.entry(26167, Set.of(NOT_HELD)),  // as 26117, less sure
            Map.entry(28103, Set.of(HELD_AT_RETURN)),  // leaks a resource
            Map.entry(28105, Set.of(HELD_AT_RETURN)),  // leaks a resource by an exception
            Map.entry(28106, Set.of(TAKEN_TWICE)),  // the resource is held already
            Map.entry(28107, Set.of(NOT_HELD, FORBIDDEN_CALL)),  // the resource must be held
            Map.entry(28108, Set.of(WRONG_RELEASE)),  // another resource than expected
            Map.entry(28109, Set.of(TAKEN_TWICE, FORBIDDEN_CALL)),  // the resource must not be held
            Map.entry(28157, Set.of(HELD_AT_RETURN)),  // an IRQL change is never undone
            Map.entry(28158, Set.of(NOT_HELD, WRONG_RELEASE)),  // no IRQL was saved
            Map.entry(28166, Set.of(HELD_AT_RETURN)),  // the IRQL at entry is not restored
            Map.entry(28167, Set.of(HELD_AT_RETURN)));  // the IRQL is changed and not restored

    private CompilerWarnings() {}

    /** Whether a warning of this number is about findings of this kind. */
    static boolean isAbout(int number, FindingKind kind) {
        return KINDS.getOrDefault(number, Set.of()).contains(kind);
    }
}
