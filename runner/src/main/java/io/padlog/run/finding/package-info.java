/** What padlog has to say about a driver: findings with their paths, and a verdict for each unit and rule. */
package io.padlog.run.finding;
