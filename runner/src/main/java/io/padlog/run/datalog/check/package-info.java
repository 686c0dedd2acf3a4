/**
 * What is wrong with a program, and what it means: components are instantiated, bodies are brought to the form that
 * engines evaluate, the type of every argument is inferred. The rules are Soufflé 2.5's.
 */
package io.padlog.run.datalog.check;
