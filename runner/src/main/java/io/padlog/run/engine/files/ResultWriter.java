package io.padlog.run.engine.files;

import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.ByteTextWriter;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.Notation;
import io.padlog.run.engine.embedded.Results;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the relations that {@code .output} and {@code .printsize} name as Soufflé does, but in a fixed order of rows. */
public final class ResultWriter {
    private static final String RULE = "===============\n";

    private final CheckedProgram program;
    private final Results results;
    private final Path folder;
    private final boolean allToStandard;
    private final OutputStream standard;

    /**
     * @param folder where names of files begin
     * @param allToStandard whether all goes to standard output, whatever the directives say
     */
    public ResultWriter(
            CheckedProgram program, Results results, Path folder, boolean allToStandard, OutputStream standard) {
        this.program = program;
        this.results = results;
        this.folder = folder;
        this.allToStandard = allToStandard;
        this.standard = standard;
    }

    /** Refuses what cannot be written, before the work is done. */
    public static void check(CheckedProgram program, Item.Directive directive, boolean allToStandard) {
        Options options = new Options(directive);
        Relation relation = program.relations().get(directive.relation());
        if (!allToStandard && options.form() == Options.Form.JSON
                && relation.attributes().stream().anyMatch(column -> column.kind() == Kind.ADT)) {
            throw options.wrong("algebraic values cannot be written as JSON");
        }
        if (!allToStandard && options.form() == Options.Form.SQLITE) {
            SqliteDatabase.check(relation, options);
        }
        options.delimiter();
    }

    /** @throws PadlogException if it cannot be written */
    public void write(Item.Directive directive) {
        Options options = new Options(directive);
        try {
            if (directive.verb() == Item.Verb.PRINTSIZE) {
                print(options.name() + "\t" + results.size(directive.relation()) + "\n");
            } else if (allToStandard || options.isStandard() && options.form() == Options.Form.SEPARATED) {
                toStandard(options);
            } else if (options.isStandard()) {
                Writer out = new ByteTextWriter(standard);
                json(options, out);
                out.flush();
            } else if (options.form() == Options.Form.SQLITE) {
                new SqliteDatabase(folder, options.database()).write(
                        options.name(), relation(options), results.relation(options.directive().relation(), Notation.PLAIN),
                        results.symbols());
            } else {
                toFile(options);
            }
        } catch (IOException e) {
            throw new PadlogException(
                    ExitStatus.USAGE, directive.range() + ": '" + directive.relation() + "' cannot be written: " + IoReason.of(e), e);
        }
    }

    private void print(String text) throws IOException {
        standard.write(text.getBytes(StandardCharsets.UTF_8));
        standard.flush();
    }

    private void toStandard(Options options) throws IOException {
        Writer out = new ByteTextWriter(standard);
        out.write("---------------\n" + options.name());
        if (allToStandard || options.isTrue("headers")) {
            out.write("\n" + options.header(relation(options)));
        }
        out.write("\n" + RULE);
        rows(options, out);
        out.write(RULE);
        out.flush();
    }

    private void toFile(Options options) throws IOException {
        boolean json = options.form() == Options.Form.JSON;
        boolean compressed = !json && options.isCompressed();
        Path file = options.file(folder, json ? ".json" : compressed ? ".csv.gz" : ".csv");
        OutputStream bytes = Files.newOutputStream(file);
        try (Writer out = new ByteTextWriter(compressed ? new GZIPOutputStream(bytes) : bytes)) {
            if (json) {
                json(options, out);
                return;
            }
            if (options.isTrue("headers")) {
                out.write(options.header(relation(options)) + "\n");
            }
            rows(options, out);
        } finally {
            bytes.close();
        }
    }

    private Relation relation(Options options) {
        return program.relations().get(options.directive().relation());
    }

    private void rows(Options options, Writer out) throws IOException {
        boolean quoted = options.isQuoted();
        String delimiter = options.delimiter();
        Notation notation = quoted ? Notation.QUOTED : Notation.PLAIN;
        EngineResult.Relation rows = results.relation(options.directive().relation(), notation);
        List<Relation.Attribute> attributes = relation(options).attributes();
        for (int row = 0; row < rows.rows().rows(); row++) {
            if (attributes.isEmpty()) {
                out.write("()");
            }
            for (int column = 0; column < attributes.size(); column++) {
                if (column > 0) {
                    out.write(delimiter);
                }
                int cell = rows.rows().get(row, column);
                switch (attributes.get(column).kind()) {
                    case NUMBER -> out.write(Integer.toString(cell));
                    case UNSIGNED -> out.write(Integer.toUnsignedString(cell));
                    case FLOAT -> out.write(notation.floating(Float.intBitsToFloat(cell)));
                    case SYMBOL -> {
                        String text = results.symbols().text(cell);
                        out.write(quoted ? '"' + text.replace("\"", "\\\"\"") + '"' : text);
                    }
                    case RECORD, ADT -> {
                        String text = results.symbols().text(cell);
                        out.write(quoted ? '"' + text + '"' : text);
                    }
                }
            }
            out.write('\n');
        }
    }

    private void json(Options options, Writer out) throws IOException {
        boolean objects = options.directive().parameter("format").map("object"::equals).orElse(false);
        Notation notation = objects ? Notation.JSON_OBJECT : Notation.JSON_LIST;
        EngineResult.Relation rows = results.relation(options.directive().relation(), notation);
        List<Relation.Attribute> attributes = relation(options).attributes();
        out.write("[");
        for (int row = 0; row < rows.rows().rows(); row++) {
            if (attributes.isEmpty()) {
                out.write("null\n");
                continue;
            }
            out.write(row > 0 ? ",\n" : "");
            out.write(objects ? '{' : '[');
            for (int column = 0; column < attributes.size(); column++) {
                out.write(column > 0 ? ", " : "");
                if (objects) {
                    out.write(Notation.json(attributes.get(column).name()) + ": ");
                }
                int cell = rows.rows().get(row, column);
                out.write(switch (attributes.get(column).kind()) {
                    // Soufflé's JSON has no unsigned numbers.
                    case NUMBER, UNSIGNED -> Integer.toString(cell);
                    case FLOAT -> notation.floating(Float.intBitsToFloat(cell));
                    case SYMBOL -> Notation.json(results.symbols().text(cell));
                    case RECORD, ADT -> results.symbols().text(cell);
                });
            }
            out.write(objects ? '}' : ']');
        }
        out.write("]\n");
    }
}
