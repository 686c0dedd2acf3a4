package io.padlog.run.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
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

    /** JSON that can stand in a page: without a character that could end the element around it. */
    static JsonGenerator generatorInHtml(Appendable out) throws IOException {
        return generator(out).setCharacterEscapes(new MarkupEscapes());
    }

    /** Begins a line inside of an array or object, so that two reports can be compared by line. */
    static void newLine(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    /** {@code <}, {@code >} and {@code &} as numbers. */
    private static final class MarkupEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int[] CODES = codes();

        private static int[] codes() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes['<'] = CharacterEscapes.ESCAPE_STANDARD;
            codes['>'] = CharacterEscapes.ESCAPE_STANDARD;
            codes['&'] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return CODES.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int c) {
            // Jackson's word for no escape.
            return null;
        }
    }
}
