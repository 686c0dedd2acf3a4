/**
 * Correlated conditions: which facts about a function's variables decide its branches, and how each edge changes what is
 * known of them. A function's knowledge is one int, its environment; the schema says how edges act on it.
 */
package io.padlog.extract.correlate;
