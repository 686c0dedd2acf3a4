package io.padlog.extract.lower;

/** Where control goes on after a condition. One is empty where the condition is constant. */
record Ways(Frontier yes, Frontier no) {
    Ways swapped() {
        return new Ways(no, yes);
    }
}
