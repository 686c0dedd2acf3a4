package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a fact folder says of itself: a properties file with sorted keys and no date, so that equal facts have equal
 * bytes.
 *
 * @param values by key
 */
record Manifest(Map<String, String> values) {
    static final String FILE = "manifest.properties";
    private static final String FORMAT = "format";
    private static final String FACTS = "padlog-facts";
    private static final String FINGERPRINT = "schema.fingerprint";
    private static final String VERSION = "schema.version";

    Manifest {
        values = Map.copyOf(values);
    }

    static Manifest of(Extraction extraction, ExtractOptions options, String schemaVersion, String fingerprint) {
        Extraction.Coverage coverage = extraction.coverage();
        Map<String, String> values = new TreeMap<>();
        values.put(FORMAT, FACTS);
        values.put(VERSION, schemaVersion);
        values.put(FINGERPRINT, fingerprint);
        values.put("coverage.units", String.valueOf(coverage.units()));
        values.put("coverage.files", String.valueOf(coverage.files()));
        values.put("coverage.files.unreadable", String.valueOf(coverage.unreadableFiles()));
        values.put("coverage.lines", String.valueOf(coverage.lines()));
        values.put("coverage.functions", String.valueOf(coverage.functions()));
        values.put("coverage.functions.partly", String.valueOf(coverage.partlyRead()));
        values.put("coverage.functions.lost", String.valueOf(coverage.lostFunctions()));
        values.put("coverage.conditions.undecided", String.valueOf(coverage.undecidedConditions()));
        values.put("coverage.headers.missing", coverage.missingHeaders().stream()
                .map(header -> header.name() + "*" + header.files()).collect(Collectors.joining(";")));
        values.put("options.include-folders", joined(options.includeFolders().stream().map(Path::toString).toList()));
        options.defines().forEach((name, value) -> values.put("options.define." + name, value));
        values.put("options.undefine", joined(List.copyOf(new TreeSet<>(options.undefines()))));
        values.put("options.exclude", joined(options.excludes()));
        return new Manifest(values);
    }

    /** The manifest of a folder; empty if it has none that is a fact folder's. */
    static Optional<Manifest> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            // a malformed escape: not one of ours
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return Optional.of(new Manifest(values)).filter(manifest -> manifest.get(FORMAT).equals(FACTS));
    }

    String schemaVersion() {
        return get(VERSION);
    }

    String fingerprint() {
        return get(FINGERPRINT);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values).forEach((key, value) ->
                text.append(escaped(key, true)).append('=').append(escaped(value, false)).append('\n'));
        return text.toString();
    }

    private String get(String key) {
        return values.getOrDefault(key, "");
    }

    private static String joined(List<String> parts) {
        return String.join(";", parts);
    }

    private static String escaped(String text, boolean key) {
        StringBuilder escaped = new StringBuilder();
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case ' ', '=', ':', '#', '!' -> escaped.append(key || index == 0 ? "\\" : "").append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
