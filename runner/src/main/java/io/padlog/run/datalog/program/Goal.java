package io.padlog.run.datalog.program;

import io.padlog.run.datalog.syntax.Comparison;
import java.util.List;
import java.util.Objects;

/** A literal of a checked body. */
public sealed interface Goal {
    <R> R fold(Cases<R> cases);

    /** One answer for each member of the family. */
    interface Cases<R> {
        R onMember(Member member);
        R onAbsent(Absent absent);
        R onTest(Test test);
        R onTruth(Truth truth);
    }

    /** {@code relation(terms)} */
    record Member(String relation, List<Term> terms) implements Goal {
        public Member {
            Objects.requireNonNull(relation);
            terms = List.copyOf(terms);
        }
        @Override public <R> R fold(Cases<R> cases) { return cases.onMember(this); }
    }

    /** {@code !relation(terms)} */
    record Absent(Member member) implements Goal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onAbsent(this); }
    }

    /** A comparison; {@code kind} is that of its operands. EQUAL may bind a variable. */
    record Test(Comparison comparison, Kind kind, Term left, Term right) implements Goal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onTest(this); }
    }

    /** {@code true} or {@code false} */
    record Truth(boolean value) implements Goal {
        @Override public <R> R fold(Cases<R> cases) { return cases.onTruth(this); }
    }
}
