package io.padlog.run.config;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.NearMiss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Options that stand in a {@code padlog.toml}; what is typed comes before it. */
public final class Config {
    private static final String FILE = "padlog.toml";
    /** Keys are whole words, also where the option is a letter. */
    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("define", "-D"), Map.entry("undefine", "-U"), Map.entry("include", "-I"),
            Map.entry("exclude", "--exclude"), Map.entry("rule", "--rule"), Map.entry("min-confidence", "--min-confidence"),
            Map.entry("fail-on", "--fail-on"), Map.entry("strict", "--strict"), Map.entry("baseline", "--baseline"),
            Map.entry("timeout", "--timeout"), Map.entry("engine", "--engine"), Map.entry("jobs", "--jobs"),
            Map.entry("paths", "--path"), Map.entry("pair", "--pair"), Map.entry("pairs", "--pairs"),
            Map.entry("rules", "--rules"));
    /** Their values are relative to the folder of the configuration. */
    private static final Set<String> FILES = Set.of("include", "baseline", "paths", "pairs", "rules");

    private final Map<String, Toml.Entry> entries;
    private final Path folder;

    private Config(Map<String, Toml.Entry> entries, Path folder) {
        this.entries = entries;
        this.folder = folder;
    }

    /** The nearest one in this folder or one above; one that says nothing if there is none. */
    public static Config above(Path folder) {
        for (Path one = folder.toAbsolutePath().normalize(); one != null; one = one.getParent()) {
            if (Files.isRegularFile(one.resolve(FILE))) {
                return read(one.resolve(FILE));
            }
        }
        return new Config(Map.of(), folder);
    }

    /** @throws PadlogException if it cannot be read, or has a key that padlog does not know */
    public static Config read(Path file) {
        Map<String, Toml.Entry> entries;
        try {
            entries = Toml.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
        Set<String> known = new TreeSet<>(OPTIONS.keySet());
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                String hint = NearMiss.of(key, known).map(near -> "did you mean '" + near + "'?")
                        .orElse("one of " + String.join(", ", known));
                throw new PadlogException(ExitStatus.USAGE, file + ":" + entry.line() + ": unknown key '" + key + "'; " + hint);
            }
        });
        Path absolute = file.toAbsolutePath().normalize();
        return new Config(entries, Optional.ofNullable(absolute.getParent()).orElse(absolute));
    }

    /**
     * The options of a command that the configuration has something for, as they would be typed.
     *
     * @param accepted names that the command knows, with their hyphens
     * @param typed names that are typed; of the others an option with many values is added to
     */
    public List<String> options(Set<String> accepted, Set<String> typed) {
        List<String> words = new ArrayList<>();
        entries.forEach((key, entry) -> {
            String option = OPTIONS.get(key);
            if (!accepted.contains(option) || !entry.array() && typed.contains(option)) {
                return;
            }
            for (String value : entry.values()) {
                String shown = FILES.contains(key) ? folder.resolve(value).normalize().toString() : value;
                if (value.equals("true")) {
                    words.add(option);
                } else if (!value.equals("false")) {
                    words.add(option + (option.startsWith("--") ? "=" : "") + shown);
                }
            }
        });
        return words;
    }
}
