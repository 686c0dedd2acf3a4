package io.padlog.run.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lines of source files, to be shown. A file that is gone or unreadable has none. Not thread-safe. */
public final class SourceLines {
    private static final int KEPT_FILES = 64;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path base;
    private final Map<String, List<String>> files = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
            return size() > KEPT_FILES;
        }
    };

    /** @param base what the file names of reports are relative to */
    public SourceLines(Path base) {
        this.base = base;
    }

    /**
     * A line without its end.
     *
     * @param file as reports name it
     * @param line counts from 1
     */
    public Optional<String> line(String file, int line) {
        List<String> lines = files.computeIfAbsent(file, this::read);
        return line >= 1 && line <= lines.size() ? Optional.of(lines.get(line - 1)) : Optional.empty();
    }

    private List<String> read(String file) {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }

    /**
     * All of a file, without a byte order mark. It is read anew each time.
     *
     * @param file as reports name it
     */
    public Optional<String> text(String file) {
        try {
            String text = decode(Files.readAllBytes(base.resolve(file)));
            return Optional.of(!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text);
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String decode(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        Charset utf8 = StandardCharsets.UTF_8;
        try {
            return utf8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
