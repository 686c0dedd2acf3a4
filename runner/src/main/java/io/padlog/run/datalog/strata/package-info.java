/** The order in which relations can be computed. */
package io.padlog.run.datalog.strata;
