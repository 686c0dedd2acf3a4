/** Programs back to text. */
package io.padlog.run.datalog.print;
