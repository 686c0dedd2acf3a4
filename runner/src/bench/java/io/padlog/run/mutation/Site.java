package io.padlog.run.mutation;

import io.padlog.extract.CutCall;
import java.util.List;
import java.util.Set;

/**
 * A call that can be broken.
 *
 * @param takesEffect "always", "zero" or "nonzero", as in the API tables
 * @param macro the macro that it comes out of, or ""
 * @param argument which names the lock, from 0; negative if none does
 * @param lock as the source names it
 * @param exchanges locks that it could name instead, the likeliest first; a bare name stands for the last member
 * @param twins places, {@code file:line}, of all operations of the function on the lock
 */
record Site(
        Kind kind, String unit, String takesEffect, String family, String function, String callee, String macro, int argument,
        String lock, List<String> exchanges, Set<String> twins, String file, int line, int column) {
    Site {
        exchanges = List.copyOf(exchanges);
        twins = Set.copyOf(twins);
    }

    Site as(Kind other) {
        return new Site(other, unit, takesEffect, family, function, callee, macro, argument, lock, exchanges, twins, file, line,
                column);
    }

    /** Tells the site from others; a macro may make several calls at one place. */
    String identity() {
        return kind + place() + ":" + column + callee;
    }

    /** Whether the source does not write the call itself, but uses a macro that makes it. */
    boolean isInMacro() {
        return !macro.isEmpty() && !macro.equals(callee);
    }

    /** The call, to be cut out of its macro. An acquire that only tries seems to have succeeded. */
    CutCall cut() {
        return new CutCall(file, line, column, callee, kind == Kind.ACQUIRE && takesEffect.equals("nonzero") ? "1" : "0");
    }

    String place() {
        return file + ":" + line;
    }
}
