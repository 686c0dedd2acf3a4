package io.padlog.run.report;

import java.io.IOException;
import java.io.Writer;

/** Lets libraries that want a {@link Writer} write a report; neither flushes nor closes what is below. */
final class AppendableWriter extends Writer {
    private final Appendable out;

    AppendableWriter(Appendable out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int offset, int length) throws IOException {
        if (out instanceof Writer writer) {
            writer.write(chars, offset, length);
        } else {
            out.append(new String(chars, offset, length));
        }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        out.append(text, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
