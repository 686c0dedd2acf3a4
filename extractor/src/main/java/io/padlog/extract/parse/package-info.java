/**
 * A translation unit's tokens to its syntax. Each external declaration is cut out, its names are classified, then it is
 * parsed by itself with an ANTLR grammar; what cannot be read is lost alone, a statement rather than its function.
 */
package io.padlog.extract.parse;
