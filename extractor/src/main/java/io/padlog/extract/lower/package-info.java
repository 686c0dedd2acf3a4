/** A function's syntax to its control-flow graph: {@link io.padlog.extract.lower.Lowering} is the way in. */
package io.padlog.extract.lower;
