package io.padlog.run.job;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.extract.facts.TsvReader;
import io.padlog.extract.facts.TsvReader.DamagedRowException;
import io.padlog.extract.facts.TsvWriter;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Facts on disk: {@code NAME.facts} for every relation of the schema, as Soufflé reads them, and a manifest. Written
 * whole or not at all.
 */
public final class FactFolder {
    private static final String ENDING = ".facts";
    private static final String VERSION_RELATION = "schema_version";

    private final Schema schema;

    public FactFolder(Schema schema) {
        this.schema = schema;
    }

    /**
     * Writes a folder; a fact folder that is there already is replaced.
     *
     * @throws PadlogException if something else is there, or it cannot be written
     */
    public void write(Path folder, Extraction extraction, ExtractOptions options) {
        Facts facts = extraction.facts();
        for (String name : facts.tables().keySet()) {
            if (schema.relation(name).isEmpty()) {
                throw new IllegalStateException("the extractor made a relation that schema.dl does not declare: " + name);
            }
        }
        FolderReplacement.write(folder, FactFolder::isFactFolder, "a folder of padlog's facts", partial -> {
            TsvWriter writer = new TsvWriter(facts.symbols());
            for (Schema.Relation relation : schema.relations()) {
                Table table = facts.tables().getOrDefault(relation.name(), new Table(relation.columns().size()));
                try (OutputStream out = create(partial, relation.name() + ENDING)) {
                    writer.write(table, relation.symbolColumns(), out);
                }
            }
            Manifest manifest = Manifest.of(extraction, options, version(facts), schema.fingerprint());
            FolderReplacement.forgetIfStopped(partial.resolve(Manifest.FILE));
            Files.writeString(partial.resolve(Manifest.FILE), manifest.text());
        });
    }

    /** The rows of one relation, with symbols of their own. */
    private record Part(Schema.Relation relation, Symbols symbols, Table table) {}

    /**
     * Reads a folder.
     *
     * @param wanted names of the relations to read; empty for all
     * @param threads how many files may be read at once; changes nothing in the result
     * @throws PadlogException if it is no fact folder, has another schema, or is damaged
     */
    public Facts read(Path folder, Set<String> wanted, int threads) {
        requireSameSchema(folder);
        List<Schema.Relation> relations = schema.relations().stream()
                .filter(relation -> wanted.isEmpty() || wanted.contains(relation.name()))
                .toList();
        Symbols symbols = new Symbols();
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Part part : parts(folder, relations, threads)) {
            symbols.adopt(part.symbols, part.table, part.relation.symbolColumns());
            tables.put(part.relation.name(), part.table);
        }
        return new Facts(symbols, tables);
    }

    private static List<Part> parts(Path folder, List<Schema.Relation> relations, int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Map<String, Future<Part>> parts = new HashMap<>();
            // The largest first, or one thread would be left with it at the end.
            relations.stream()
                    .sorted(Comparator.comparingLong(relation -> -size(file(folder, relation))))
                    .forEach(relation -> parts.put(relation.name(), pool.submit(() -> part(folder, relation))));
            List<Part> inOrder = new ArrayList<>();
            for (Schema.Relation relation : relations) {
                inOrder.add(parts.get(relation.name()).get());
            }
            return inOrder;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PadlogException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PadlogException(ExitStatus.INCOMPLETE, folder + ": interrupted before it was read", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Part part(Path folder, Schema.Relation relation) {
        Symbols symbols = new Symbols();
        return new Part(relation, symbols, table(file(folder, relation), relation, new TsvReader(symbols)));
    }

    private static Path file(Path folder, Schema.Relation relation) {
        return folder.resolve(relation.name() + ENDING);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Reading it will tell what is wrong.
            return 0;
        }
    }

    /** Checks that a folder can be read, as {@link #read} does. */
    public void check(Path folder) {
        requireSameSchema(folder);
    }

    private static OutputStream create(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        FolderReplacement.forgetIfStopped(file);
        return Files.newOutputStream(file);
    }

    private static Table table(Path file, Schema.Relation relation, TsvReader reader) {
        try (InputStream in = Files.newInputStream(file)) {
            return reader.read(in, relation.symbolColumns());
        } catch (DamagedRowException e) {
            throw new PadlogException(
                    ExitStatus.USAGE,
                    file + ":" + e.line() + ":" + e.column() + ": damaged row: " + e.getMessage() + "; extract again",
                    e);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": " + IoReason.of(e) + "; extract again", e);
        }
    }

    private void requireSameSchema(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PadlogException(
                    ExitStatus.USAGE, folder + ": no such folder; 'padlog extract PATH -o " + folder + "' makes it");
        }
        Optional<Manifest> manifest = manifest(folder);
        if (manifest.isEmpty()) {
            throw new PadlogException(
                    ExitStatus.USAGE, folder + ": not a folder of padlog's facts (it has no " + Manifest.FILE + ")");
        }
        if (!manifest.get().fingerprint().equals(schema.fingerprint())) {
            throw new PadlogException(
                    ExitStatus.USAGE,
                    folder + ": facts of schema " + manifest.get().schemaVersion() + " (" + manifest.get().fingerprint()
                            + "), this padlog's has the fingerprint " + schema.fingerprint() + "; extract again");
        }
    }

    private static boolean isFactFolder(Path folder) {
        // Even one that a newer padlog wrote, but nothing that the user has put a file of their own into.
        return Files.isDirectory(folder) && manifest(folder).isPresent() && onlyOurFiles(folder);
    }

    private static boolean onlyOurFiles(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .allMatch(name -> name.equals(Manifest.FILE) || name.endsWith(ENDING));
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": " + IoReason.of(e), e);
        }
    }

    private static Optional<Manifest> manifest(Path folder) {
        try {
            return Manifest.read(folder);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, folder + ": " + IoReason.of(e), e);
        }
    }

    private static String version(Facts facts) {
        Table table = facts.tables().get(VERSION_RELATION);
        return table == null || table.rows() == 0 ? "" : String.valueOf(table.get(0, 0));
    }
}
