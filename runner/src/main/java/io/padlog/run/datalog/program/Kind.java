package io.padlog.run.datalog.program;

/** How the 32 bits of a value are read. */
public enum Kind {
    /** signed, wraps round */
    NUMBER,
    UNSIGNED,
    /** IEEE 754 single precision */
    FLOAT,
    /** the number of a string */
    SYMBOL,
    /** the number of a record; 0 is nil */
    RECORD,
    /** the number of a branch of an algebraic type with its fields */
    ADT
}
