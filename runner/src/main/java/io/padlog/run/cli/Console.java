package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.report.AtomicOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Standard output for results, standard error for all else.
 *
 * @param out takes UTF-8; must tell of failures, as a {@link PrintStream} does not
 */
record Console(OutputStream out, PrintStream err) {
    Console {
        Objects.requireNonNull(out);
        Objects.requireNonNull(err);
    }

    /**
     * Writes a result to the file, or to standard output if none is named.
     *
     * @throws PadlogException if it cannot be written; not if a reader has gone that has seen enough
     */
    void result(Optional<Path> file, AtomicOutput.Content content) {
        if (file.isPresent()) {
            AtomicOutput.write(file.get(), content);
            return;
        }
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(writer);
            writer.flush();
        } catch (IOException e) {
            if (!"Broken pipe".equals(e.getMessage())) {
                throw new PadlogException(
                        ExitStatus.USAGE, "standard output: cannot be written: " + IoReason.of(e), e);
            }
        }
    }

    /** Says several lines beside the result. */
    void notes(AtomicOutput.Content content) {
        StringWriter text = new StringWriter();
        try {
            content.writeTo(text);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
        err.print(text);
    }

    /** Says something beside the result. */
    void note(String line) {
        err.println(line);
    }
}
