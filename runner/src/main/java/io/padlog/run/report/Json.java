package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** JSON as padlog writes it: streamed, since an object tree of a large report would fill the memory. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** Values at the top level stand on lines of their own. Closing it does not close {@code out}. */
    static JsonGenerator generator(Appendable out) throws IOException {
        return FACTORY.createGenerator(new AppendableWriter(out)).setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** Begins a line inside of an array or object, so that two reports can be compared by line. */
    static void newLine(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }
}
