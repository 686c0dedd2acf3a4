/** Rows: what an analysed program is to Datalog, and where the rows go. */
package io.padlog.extract.facts;
