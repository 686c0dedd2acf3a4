package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Two functions of which one undoes what the other does, as {@code --pair} names them:
 * {@code Acquire:Release}, in full {@code Acquire(LOCK)=RESULT:Release(LOCK),recursive}.
 *
 * @param recursive whether the lock may be taken while it is held
 */
record LockPair(Operation acquire, Operation release, boolean recursive) {
    /** The number that stands for a call's result among its arguments. */
    static final int RESULT = -1;
    /** The number that says that there is one lock. */
    static final int ONE_FOR_ALL = -2;

    LockPair {
        Objects.requireNonNull(acquire);
        Objects.requireNonNull(release);
    }

    /**
     * A function with what is said of it.
     *
     * @param lock argument from 0, {@link #RESULT} or {@link #ONE_FOR_ALL}; none if it is to be told from the calls
     * @param result when it takes effect, as the tables write it; none if that is not said
     */
    record Operation(String name, Optional<Integer> lock, Optional<String> result) {
        Operation {
            Objects.requireNonNull(name);
            Objects.requireNonNull(lock);
            Objects.requireNonNull(result);
        }

        private Operation at(int place) {
            return new Operation(name, Optional.of(place), result);
        }

        private boolean isBare() {
            return lock.equals(Optional.of(ONE_FOR_ALL));
        }
    }

    /** @throws PadlogException if this is no pair: where, and what would be right */
    static LockPair parse(String text) {
        return new Reading(text).pair();
    }

    /** Reads a pair from left to right. */
    private static final class Reading {
        private static final List<String> RESULTS = List.of("nonzero", "zero", "positive", "nonnegative", "negative");
        private static final String RECURSIVE = "recursive";
        private static final int MOST_ARGUMENTS = 99;

        private final String text;
        private int at;

        Reading(String text) {
            this.text = text;
        }

        LockPair pair() {
            Operation acquire = operation("a function that takes the lock");
            expect(':', acquire.result().isPresent() ? "" : acquire.lock().isPresent() ? ", '='" : ", '(', '='");
            int second = at;
            Operation release = operation("a function that gives the lock back");
            if (release.result().isPresent() || release.lock().equals(Optional.of(RESULT))) {
                throw wrong(second, "'" + release.name() + "' gives the lock back whatever it returns; "
                        + "wants the argument that is the lock, as in '" + release.name() + "(0)'");
            }
            if (release.name().equals(acquire.name())) {
                throw wrong(second, "'" + release.name() + "' cannot both take the lock and give it back");
            }
            boolean recursive = at < text.length();
            if (recursive) {
                expect(',', release.lock().isPresent() ? "" : ", '('");
                int word = at;
                if (!word().equals(RECURSIVE) || at < text.length()) {
                    throw wrong(word, "wants '" + RECURSIVE + "' and nothing more");
                }
            }
            return agreed(acquire, release, recursive, second);
        }

        /** What is said of one function holds for the other as far as nothing is said of that. */
        private LockPair agreed(Operation acquire, Operation release, boolean recursive, int second) {
            Operation first = acquire;
            Operation last = release;
            if (first.lock().isPresent() && last.lock().isEmpty()) {
                last = last.at(first.isBare() ? ONE_FOR_ALL : 0);
            } else if (first.lock().isEmpty() && last.lock().isPresent()) {
                first = first.at(last.isBare() ? ONE_FOR_ALL : 0);
            }
            if (first.isBare() != last.isBare()) {
                throw wrong(second, "one function is given the lock and the other is not; '()' stands after both or none");
            }
            return new LockPair(first, last, recursive);
        }

        private Operation operation(String wanted) {
            blanks();
            int start = at;
            String name = word();
            if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
                throw wrong(start, "wants the name of " + wanted);
            }
            return new Operation(name, lock(), result());
        }

        private Optional<Integer> lock() {
            if (!passes('(')) {
                return Optional.empty();
            }
            blanks();
            int start = at;
            String place = word();
            int number;
            if (place.isEmpty()) {
                number = ONE_FOR_ALL;
            } else if (place.equals("return")) {
                number = RESULT;
            } else if (place.matches("[0-9]{1,2}") && Integer.parseInt(place) <= MOST_ARGUMENTS) {
                number = Integer.parseInt(place);
            } else {
                throw wrong(start, "wants the argument that is the lock, counted from 0, 'return', or nothing for one lock");
            }
            expect(')', "");
            return Optional.of(number);
        }

        private Optional<String> result() {
            if (!passes('=')) {
                return Optional.empty();
            }
            blanks();
            int start = at;
            String result = word();
            if (!RESULTS.contains(result)) {
                throw wrong(start, "wants the result with which the lock is held: " + String.join(", ", RESULTS));
            }
            return Optional.of(result);
        }

        private String word() {
            blanks();
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_$".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean passes(char wanted) {
            blanks();
            boolean there = at < text.length() && text.charAt(at) == wanted;
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char wanted, String others) {
            if (!passes(wanted)) {
                throw wrong(at, "wants '" + wanted + "'" + others);
            }
            blanks();
        }

        private void blanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private PadlogException wrong(int index, String message) {
            int column = text.codePointCount(0, index) + 1;
            return new PadlogException(ExitStatus.USAGE, "--pair " + text + ", column " + column + ": " + message
                    + (index >= text.length() ? ", not the end" : ""));
        }
    }
}
