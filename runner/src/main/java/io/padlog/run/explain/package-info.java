/** What the engines computed, in a driver author's words: findings with their paths, and verdicts. */
package io.padlog.run.explain;
