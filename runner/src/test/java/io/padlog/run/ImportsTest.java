package io.padlog.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A value walks through the rooms once, forwards: rooms import values, never rooms; only wiring joins them. The table
 * says what a package may import of padlog besides its own subpackages, {@code io.padlog.run} itself and
 * {@code extract.source}.
 */
class ImportsTest {
    private static final Pattern IMPORT = Pattern.compile("import (?:static )?((?:[a-z_0-9]+\\.)+)[A-Z].*");
    private static final Map<String, List<String>> ALLOWED = table("""
            extract                 => extract.*
            extract.source          =>
            extract.token           =>
            extract.syntax          => extract.token
            extract.cfg             => extract.syntax
            extract.symbol          => extract.syntax extract.cfg
            extract.unit            =>
            extract.cache           =>
            extract.preprocess      => extract.token
            extract.parse           => extract.token extract.syntax
            extract.lower           => extract.token extract.syntax extract.cfg
            extract.resolve         => extract.syntax extract.cfg extract.symbol
            extract.access          => extract.cfg extract.symbol
            extract.correlate       => extract.cfg
            extract.facts           => extract.token extract.syntax extract.cfg extract.symbol extract.access extract.correlate
            run.datalog             =>
            run.catalog             => run.datalog.*
            run.engine              => run.datalog extract.facts
            run.engine.souffle      => run.datalog.* extract.facts run.engine
            run.engine.embedded     => run.datalog.* extract.cache extract.facts run.engine
            run.engine.files        => run.datalog.* extract.facts run.engine run.engine.embedded
            run.finding             => extract run.graph
            run.graph               =>
            run.explain             => extract extract.facts run.catalog run.engine run.finding run.graph
            run.report              => extract extract.facts run.catalog run.engine run.finding run.graph
            run.config              => run.catalog
            run.proof               => run.datalog.* extract.facts run.engine run.engine.embedded
            run.job                 => extract extract.facts run.datalog.* run.catalog run.engine.* run.finding run.explain run.graph run.proof
            run.cli                 => extract extract.facts run.catalog run.engine run.config run.finding run.graph run.report run.job
            """);
    private static final Map<String, List<String>> LIBRARIES = table("""
            extract.parse           => org.antlr
            run.engine.files        => org.sqlite
            run.engine.souffle      => org.apache.commons.exec
            run.report              => org.apache.commons.csv com.fasterxml.jackson.core
            run.cli                 => picocli org.jline
            """);

    private record Import(Path file, String from, String to) {}

    @Test
    void packagesImportWhatTheirTableSays() throws IOException {
        List<String> wrong = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (Import found : imports()) {
            String room = room(found.from());
            seen.add(room);
            boolean fine = found.to().startsWith("io.padlog.") ? mayImport(room, found.to().substring("io.padlog.".length()))
                    : matches(LIBRARIES.getOrDefault(room, List.of()), found.to(), true);
            if (!fine) {
                wrong.add(found.file().getFileName() + ": " + room + " must not import " + found.to());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(seen).as("the sources were found").contains("extract.parse", "run.cli");
    }

    @Test
    void theTableTellsRightFromWrong() {
        assertThat(mayImport("extract.parse", "extract.preprocess")).isFalse();
        assertThat(mayImport("extract.parse", "extract.syntax")).isTrue();
        assertThat(mayImport("run.report", "run.job")).isFalse();
        assertThat(mayImport("run.catalog", "run.datalog.parse")).isTrue();
    }

    private static boolean mayImport(String room, String to) {
        return to.equals("run") && room.startsWith("run") || to.equals("extract.source") || room(("io.padlog." + to)).equals(room)
                || matches(ALLOWED.getOrDefault(room, List.of()), to, false);
    }

    private static boolean matches(List<String> allowed, String to, boolean below) {
        return allowed.stream().anyMatch(name -> name.endsWith(".*") ? (to + ".").startsWith(name.substring(0, name.length() - 1))
                : to.equals(name) || below && to.startsWith(name + "."));
    }

    /** The longest package of the table that this one is, or lies in. */
    private static String room(String name) {
        String room = name.substring("io.padlog.".length());
        while (!ALLOWED.containsKey(room) && room.contains(".")) {
            room = room.substring(0, room.lastIndexOf('.'));
        }
        return room;
    }

    private static List<Import> imports() throws IOException {
        List<Import> imports = new ArrayList<>();
        for (String module : List.of("../extractor", "../runner")) {
            Path root = Path.of(module, "src/main/java");
            List<Path> files;
            try (Stream<Path> found = Files.walk(root)) {
                files = found.filter(file -> file.toString().endsWith(".java")).toList();
            }
            for (Path file : files) {
                String from = root.relativize(file).getParent().toString().replace(file.getFileSystem().getSeparator(), ".");
                for (String line : Files.readAllLines(file)) {
                    Matcher matcher = IMPORT.matcher(line);
                    if (matcher.matches() && !matcher.group(1).startsWith("java")) {
                        String to = matcher.group(1).substring(0, matcher.group(1).length() - 1);
                        imports.add(new Import(file, from, to));
                    }
                }
            }
        }
        return imports;
    }

    private static Map<String, List<String>> table(String text) {
        return text.lines().map(line -> line.split("=>", -1)).collect(Collectors.toMap(
                cells -> cells[0].strip(),
                cells -> Stream.of(cells[1].strip().split("\\s+")).filter(cell -> !cell.isEmpty()).toList(),
                (one, other) -> one, HashMap::new));
    }
}
