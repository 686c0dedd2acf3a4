package io.padlog.extract;

import io.padlog.extract.cache.CacheFolder;
import io.padlog.extract.cache.RecordCodec;
import io.padlog.extract.facts.FactSelection;
import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.preprocess.Inputs;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Unit;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * What was made of units in earlier runs. An entry holds as long as the unit, the options, the contents of all files that
 * were read and the places where headers were found are the same. Threads may share one.
 *
 * @param <T> what is made of a unit besides what is counted
 */
public final class UnitCache<T extends Record> {
    private static final RecordCodec CODEC = new RecordCodec(Map.of(UnitRows.class, new UnitRows(0, FactSelection.ALL)));
    /** File systems round times, and clocks differ. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private final CacheFolder folder;
    private final String basis;
    private final Class<T> type;
    private final Predicate<T> worthKeeping;
    private final Instant begin = Instant.now();
    private final Map<Path, Long> sums = new ConcurrentHashMap<>();
    private final AtomicInteger found = new AtomicInteger();

    /** What is written of a unit beside its result. */
    record Entry(List<UnitReading> readings, Inputs inputs, List<Long> sums) {}

    /**
     * @param basis all that a result depends on besides sources and options: the version of the program, what it is told
     * @param options how units are read
     * @param type of the results
     * @param worthKeeping whether a result would be the same next time
     */
    public UnitCache(Path folder, String basis, ExtractOptions options, Class<T> type, Predicate<T> worthKeeping) {
        this.folder = new CacheFolder(folder);
        this.basis = digest(basis, options);
        this.type = type;
        this.worthKeeping = worthKeeping;
    }

    /** How many units were found so far. */
    public int found() {
        return found.get();
    }

    Optional<ReadUnit<T>> find(Unit unit, Preprocessor preprocessor) {
        Optional<ReadUnit<T>> known = folder.read(key(unit)).flatMap(bytes -> {
            try {
                DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
                Entry entry = CODEC.read(Entry.class, in);
                return holds(entry, unit, preprocessor)
                        ? Optional.of(new ReadUnit<>(
                                unit, entry.readings(), entry.inputs(), Optional.of(CODEC.read(type, in))))
                        : Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        });
        known.ifPresent(there -> found.incrementAndGet());
        return known;
    }

    private boolean holds(Entry entry, Unit unit, Preprocessor preprocessor) {
        List<Path> files = entry.inputs().files();
        for (int i = 0; i < files.size(); i++) {
            if (sum(files.get(i)) != entry.sums().get(i)) {
                return false;
            }
        }
        return entry.inputs().lookups().stream().allMatch(lookup -> preprocessor.findsAgain(unit, lookup));
    }

    void keep(ReadUnit<T> unit, T result) {
        Inputs inputs = unit.inputs();
        if (!worthKeeping.test(result) || inputs.files().stream().anyMatch(this::isChanging)) {
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            List<Long> contents = inputs.files().stream().map(this::sum).toList();
            CODEC.write(new Entry(unit.readings(), inputs, contents), out);
            CODEC.write(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.write(key(unit.unit()), bytes.toByteArray());
    }

    /** Whether a file may have been written after it was read. */
    private boolean isChanging(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isAfter(begin.minus(DOUBT));
        } catch (IOException e) {
            return true;
        }
    }

    /** Of a file's length and contents; some number for one that cannot be read. */
    private long sum(Path file) {
        return sums.computeIfAbsent(file, path -> {
            try {
                byte[] bytes = Files.readAllBytes(path);
                CRC32 one = new CRC32();
                one.update(bytes);
                CRC32C other = new CRC32C();
                other.update(bytes);
                return (one.getValue() << Integer.SIZE | other.getValue()) * 31 + bytes.length;
            } catch (IOException e) {
                return -1L;
            }
        });
    }

    private String key(Unit unit) {
        return digest(List.of(basis, unit.name(), unit.origin(), unit.sources(), unit.includeFolders(),
                new TreeMap<>(unit.defines())));
    }

    private static String digest(String basis, ExtractOptions options) {
        ExtractOptions.Platform platform = options.platform();
        return digest(List.of(basis, options.includeFolders(), new TreeMap<>(options.defines()),
                new TreeSet<>(options.undefines()), new TreeSet<>(platform.noreturn()), new TreeSet<>(platform.raising()),
                new TreeSet<>(platform.accessors()), sorted(platform.resources()), sorted(platform.common()),
                new TreeSet<>(options.selection().relations()), options.selection().bystanders()));
    }

    private static String digest(List<Object> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object value : values) {
                byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
                digest.update(text);
                digest.update(Integer.toString(text.length).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static <E extends Comparable<E>> TreeMap<String, TreeSet<E>> sorted(Map<String, ? extends Iterable<E>> sets) {
        TreeMap<String, TreeSet<E>> sorted = new TreeMap<>();
        sets.forEach((name, set) -> {
            TreeSet<E> elements = new TreeSet<>();
            set.forEach(elements::add);
            sorted.put(name, elements);
        });
        return sorted;
    }
}
