package io.padlog.run.mutation;

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

    String place() {
        return file + ":" + line;
    }
}
