package io.padlog.extract.lower;

import io.padlog.extract.source.Span;

/** An object that lives until its block is left, as what is done then. */
interface LocalObject {
    /**
     * Puts into the graph what ends the object.
     *
     * @param abnormally whether a jump or an exception leaves the block
     */
    void end(Span span, boolean abnormally);
}
