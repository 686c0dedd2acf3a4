package io.padlog.run.explain;

import java.util.Optional;

/**
 * Control goes from one state to another.
 *
 * @param arm which of the ways from {@code from.node()} to {@code to.node()}, from 0
 * @param effect what the operation at {@code from.node()} did to the lock, if it is one
 */
record Move(State from, State to, int arm, Optional<Effect> effect) {
    /**
     * What an operation or call did.
     *
     * @param outcome "acquire", "release" or "none" of a lock function; "unchanged", "released" or "taken" of a callee
     * @param callee how the callee was entered; empty for a lock function
     * @param result the class of its result
     */
    record Effect(String outcome, Optional<Context> callee, int result) {}
}
