package io.padlog.run.finding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A defect in a driver.
 *
 * @param id made by {@link #idOf}
 * @param rule id of the rule that found it
 * @param at the leaking exit, the second acquire, the wrong release…
 * @param function the function that {@code at} lies in
 * @param lock the lock's access path as the function writes it
 * @param acquire where the lock was taken, if it was
 * @param acquireFunction the function that took it; "" if none did
 * @param callbacks names of the callbacks that reach the defect, sorted, each once
 * @param message one line without place and rule
 * @param trace a path that shows it
 * @param units names of the units that have it, sorted, each once; several if it stands in a header of theirs
 */
public record Finding(
        String id,
        String rule,
        FindingKind kind,
        Confidence confidence,
        Location at,
        String function,
        String lock,
        Optional<Location> acquire,
        String acquireFunction,
        List<String> callbacks,
        String message,
        Trace trace,
        List<String> units) {
    /** By place, then rule, then lock: the order of every report. */
    public static final Comparator<Finding> ORDER = Comparator.comparing(Finding::at)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::lock)
            .thenComparing(finding -> finding.acquire().map(Location::toString).orElse(""));

    private static final int ID_DIGITS = 16;

    public Finding {
        Objects.requireNonNull(id);
        Objects.requireNonNull(rule);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(confidence);
        Objects.requireNonNull(at);
        Objects.requireNonNull(function);
        Objects.requireNonNull(lock);
        Objects.requireNonNull(acquire);
        Objects.requireNonNull(acquireFunction);
        callbacks = callbacks.stream().distinct().sorted().toList();
        Objects.requireNonNull(message);
        Objects.requireNonNull(trace);
        units = units.stream().distinct().sorted().toList();
    }

    /** The same finding under another name. */
    public Finding withId(String other) {
        return new Finding(other, rule, kind, confidence, at, function, lock, acquire, acquireFunction, callbacks, message,
                trace, units);
    }

    /** The same finding in these units, too. */
    public Finding alsoIn(List<String> others) {
        List<String> all = new ArrayList<>(units);
        all.addAll(others);
        return new Finding(id, rule, kind, confidence, at, function, lock, acquire, acquireFunction, callbacks, message,
                trace, all);
    }

    /**
     * A finding's name, which survives edits elsewhere in the file since no line goes into it.
     *
     * @param exit which of the function's exits it is about, from 0 in source order
     * @return 16 hexadecimal digits
     */
    public static String idOf(String rule, String function, String lock, int exit) {
        String key = rule + '\0' + function + '\0' + lock + '\0' + exit;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
