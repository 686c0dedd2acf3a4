/** Results to bytes: a writer for each format, for findings and for relations. */
package io.padlog.run.report;
