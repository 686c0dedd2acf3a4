package io.padlog.run.report;

import io.padlog.run.finding.CheckResult;
import java.io.IOException;

/** A format for the result of a check. */
public interface FindingWriter {
    /** Writes all of the result; equal results give equal bytes. */
    void write(CheckResult result, Appendable out) throws IOException;
}
