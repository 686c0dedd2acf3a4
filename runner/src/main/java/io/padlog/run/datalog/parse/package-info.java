/**
 * Text to syntax, by hand: no generated tables and no regular expressions, because each run of the command parses the
 * library in a cold virtual machine. The language is that of Soufflé 2.5.
 */
package io.padlog.run.datalog.parse;
