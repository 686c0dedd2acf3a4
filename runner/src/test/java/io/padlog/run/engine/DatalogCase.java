package io.padlog.run.engine;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Relation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program of src/test/resources/datalog: {@code name.dl}, facts in {@code name/relation.facts}, and what any engine must
 * answer in {@code name.expected}.
 */
public record DatalogCase(Path program) {
    private static final Path FOLDER = Path.of("src/test/resources/datalog");

    public static Stream<DatalogCase> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".dl")).sorted().map(DatalogCase::new).toList().stream();
        }
    }

    public EngineRequest request() {
        ProgramSource source = new ProgramSource(toString() + ".dl", read(program), (path, from) -> Optional.empty());
        return new EngineRequest(source, facts(source), List.of(), 1, Optional.of(Duration.ofSeconds(60)));
    }

    public Path expected() {
        return FOLDER.resolve(this + ".expected");
    }

    /** The answer as a golden file has it. */
    public static String print(EngineResult result) {
        StringBuilder text = new StringBuilder();
        for (EngineResult.Relation relation : result.relations().values()) {
            text.append(relation.name()).append('\n');
            for (int row = 0; row < relation.rows().rows(); row++) {
                for (int column = 0; column < relation.columns().size(); column++) {
                    text.append(column == 0 ? "  " : "\t").append(cell(result, relation, row, column));
                }
                text.append(relation.columns().isEmpty() ? "  ()\n" : "\n");
            }
        }
        result.printed().stream().sorted().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private static String cell(EngineResult result, EngineResult.Relation relation, int row, int column) {
        int value = relation.rows().get(row, column);
        return switch (relation.columns().get(column).kind()) {
            case NUMBER -> Integer.toString(value);
            case UNSIGNED -> Integer.toUnsignedString(value);
            case FLOAT -> Float.toString(Float.intBitsToFloat(value));
            case SYMBOL -> result.symbols().text(value);
        };
    }

    private Facts facts(ProgramSource source) {
        CheckedProgram checked = Checker.check(source).program().orElseThrow();
        Symbols symbols = new Symbols();
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Relation relation : checked.relations().values()) {
            Path file = FOLDER.resolve(toString()).resolve(relation.name() + ".facts");
            if (Files.exists(file)) {
                Table table = new Table(relation.arity());
                read(file).lines().forEach(line -> table.add(row(line, relation, symbols)));
                tables.put(relation.name(), table);
            }
        }
        return new Facts(symbols, tables);
    }

    private static int[] row(String line, Relation relation, Symbols symbols) {
        String[] cells = line.split("\t", -1);
        int[] row = new int[relation.arity()];
        for (int column = 0; column < row.length; column++) {
            String cell = cells[column];
            row[column] = switch (relation.attributes().get(column).kind()) {
                case NUMBER -> Integer.parseInt(cell);
                case UNSIGNED -> Integer.parseUnsignedInt(cell);
                case FLOAT -> Float.floatToIntBits(Float.parseFloat(cell));
                case SYMBOL, RECORD, ADT -> symbols.number(cell);
            };
        }
        return row;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return program.getFileName().toString().replace(".dl", "");
    }
}
