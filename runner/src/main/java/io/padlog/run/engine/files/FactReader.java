package io.padlog.run.engine.files;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.ByteText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads the facts that {@code .input} directives name. */
public final class FactReader {
    private static final int BUFFER = 1 << 16;

    private final CheckedProgram program;
    private final Path folder;
    private final InputStream standard;
    private final boolean mayMiss;

    /**
     * @param folder where names of files begin
     * @param standard what {@code IO=stdin} reads
     * @param mayMiss whether a file that is not there has no rows; else it is an error
     */
    public FactReader(CheckedProgram program, Path folder, InputStream standard, boolean mayMiss) {
        this.program = program;
        this.folder = folder;
        this.standard = standard;
        this.mayMiss = mayMiss;
    }

    /**
     * Adds the rows that a directive names.
     *
     * @throws PadlogException USAGE if they cannot be read; file:line:column for a damaged line
     */
    public void read(Item.Directive directive, Symbols symbols, Table table) {
        Options options = new Options(directive);
        Relation relation = program.relations().get(directive.relation());
        Options.Form form = options.form();
        if (options.isStandard()) {
            try {
                read(form, "standard input", standard, options, relation, symbols, table);
            } catch (IOException e) {
                throw options.wrong("standard input cannot be read: " + IoReason.of(e));
            }
            return;
        }
        if (form == Options.Form.SQLITE) {
            readDatabase(options, relation, symbols, table);
            return;
        }
        Path file = options.file(folder, form == Options.Form.JSON ? ".json" : ".facts");
        try (InputStream in = open(file)) {
            read(form, file.toString(), in, options, relation, symbols, table);
        } catch (NoSuchFileException e) {
            if (!mayMiss) {
                throw missing(file, relation, options);
            }
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
    }

    private void readDatabase(Options options, Relation relation, Symbols symbols, Table table) {
        SqliteDatabase database = new SqliteDatabase(folder, options.database());
        if (database.mayExist()) {
            database.read(options.name(), relation, symbols, table);
        } else if (!mayMiss) {
            throw missing(folder.resolve(options.database()), relation, options);
        }
    }

    private static PadlogException missing(Path file, Relation relation, Options options) {
        return new PadlogException(ExitStatus.USAGE, file + ": no such file; '" + relation.name() + "' is read from it ("
                + options.directive().range() + ")");
    }

    private void read(Options.Form form, String name, InputStream in, Options options, Relation relation,
            Symbols symbols, Table table) throws IOException {
        switch (form) {
            case JSON -> new JsonFacts(name, program.types(), symbols)
                    .read(ByteText.decode(in.readAllBytes()), relation, table);
            case SEPARATED -> {
                SeparatedReader reader = new SeparatedReader(name, in, options, relation, symbols);
                if (options.isTrue("headers")) {
                    reader.skipHeader();
                }
                reader.read(table);
            }
            case SQLITE -> throw options.wrong("SQLite cannot be read from a stream");
        }
    }

    /** Compressed files tell by their first bytes, as for Soufflé. */
    private static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            in.mark(2);
            boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return compressed ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}
