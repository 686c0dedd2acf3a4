package io.padlog.run.datalog.syntax;

/** What an aggregate makes of the values that it is given. */
public enum Aggregation {
    COUNT, SUM, MIN, MAX, MEAN
}
