/** Places in source text, and what may be said about them: files, units, spans, diagnostics. */
package io.padlog.extract.source;
