/**
 * C17 translation phases 1 to 4: bytes to text, text to lexemes, directives, macros.
 * {@link io.padlog.extract.preprocess.Preprocessor} is the way in.
 */
package io.padlog.extract.preprocess;
