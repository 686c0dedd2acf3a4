/** Facts and results in the files that Soufflé's {@code .input} and {@code .output} name. */
package io.padlog.run.engine.files;
