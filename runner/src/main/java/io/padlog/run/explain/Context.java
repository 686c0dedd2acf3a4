package io.padlog.run.explain;

/**
 * A function followed for a lock, entered in one way.
 *
 * @param held whether its caller holds the lock: 1 or 0
 * @param given what is known of its parameters on entry
 */
record Context(int function, int lock, int held, int given) {}
