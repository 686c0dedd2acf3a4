package io.padlog.extract.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.token.TokenBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every driver of the testdata, token by token as GCC's preprocessor has it: given the same preludes, and empty headers
 * for those that are missing, both must agree.
 */
class TestdataAgainstGccTest {
    private static final Path TESTDATA = Path.of("../testdata").toAbsolutePath().normalize();
    private static final Pattern INCLUDE = Pattern.compile("(?m)^\\s*#\\s*include\\s*[<\"]([\\w./-]+)[>\"]");

    @TempDir
    private Path stubs;

    /** Folders that hold sources which are meant to be whole. */
    static Stream<Path> folders() throws IOException {
        try (Stream<Path> files = Files.walk(TESTDATA)) {
            return files.filter(file -> file.toString().endsWith(".c") && !file.startsWith(TESTDATA.resolve("broken")))
                    .map(Path::getParent).distinct().sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void gccAgrees(Path folder) throws Exception {
        Path gcc = Path.of("/usr/bin/gcc");
        assumeTrue(Files.isExecutable(gcc), "GCC is not installed, so nothing to compare with");
        Preprocessor preprocessor = new Preprocessor(folder, List.of(folder), Map.of(), List.of(), Set.of());
        for (Map.Entry<Boolean, List<Path>> sources : byPlatform(folder).entrySet()) {
            Platform platform = sources.getKey() ? Platform.LINUX : Platform.WINDOWS;
            List<String> gccs = preprocessedByGcc(gcc, platform, folder, sources.getValue());
            List<String> ours = new ArrayList<>();
            for (Path source : sources.getValue()) {
                ours.addAll(preprocessed(preprocessor, platform, source));
            }
            assertThat(firstDifference(ours, gccs)).isEmpty();
        }
    }

    private static Map<Boolean, List<Path>> byPlatform(Path folder) throws IOException {
        Map<Boolean, List<Path>> sources = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".c")).sorted().toList()) {
                boolean linux = Files.readString(file).contains("#include <linux/");
                sources.computeIfAbsent(linux, key -> new ArrayList<>()).add(file);
            }
        }
        return sources;
    }

    private static List<String> preprocessed(Preprocessor preprocessor, Platform platform, Path source) {
        Unit unit = new Unit("unit", "folder", List.of(), List.of(), Map.of());
        TokenBuffer tokens = preprocessor.session(unit, platform)
                .preprocess(new SourceFile(source, source.getFileName().toString())).tokens();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tokens.size() - 1; i++) {
            texts.add(tokens.text(i));
        }
        return texts;
    }

    private List<String> preprocessedByGcc(Path gcc, Platform platform, Path folder, List<Path> sources) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.[ch]")).toList()) {
                stubIncludes(file);
            }
        }
        List<String> command = new ArrayList<>(List.of(
                gcc.toString(), "-E", "-P", "-w", "-std=gnu17", "-undef", "-nostdinc", "-I", stubs.toString()));
        List<String> preludes = new ArrayList<>(platform.preludes());
        if (platform == Platform.WINDOWS) {
            preludes.add("excpt.h");
        }
        for (String prelude : preludes) {
            Path file = stubs.resolve("padlog-prelude-" + prelude);
            try (InputStream resource = Preprocessor.class.getResourceAsStream("prelude/" + prelude)) {
                Files.write(file, resource.readAllBytes());
            }
            command.addAll(List.of("-include", file.toString()));
        }
        sources.forEach(source -> command.add(source.getFileName().toString()));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return withoutPragmas(MacroCasesTest.tokenList(output));
    }

    /** MSVC's {@code __pragma(...)} is nothing that GCC knows. */
    private static List<String> withoutPragmas(List<String> tokens) {
        List<String> rest = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals("__pragma")) {
                depth = 1;
                i++;
            } else if (depth > 0) {
                depth += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
            } else {
                rest.add(token);
            }
        }
        return rest;
    }

    /** Makes empty headers for those that do not stand beside the source. */
    private void stubIncludes(Path source) throws IOException {
        Matcher include = INCLUDE.matcher(Files.readString(source));
        while (include.find()) {
            Path stub = stubs.resolve(include.group(1));
            if (!Files.exists(source.resolveSibling(include.group(1))) && !Files.exists(stub)) {
                Files.createDirectories(stub.getParent());
                Files.createFile(stub);
            }
        }
    }

    private static String firstDifference(List<String> ours, List<String> gccs) {
        for (int i = 0; i < Math.max(ours.size(), gccs.size()); i++) {
            if (i >= ours.size() || i >= gccs.size() || !ours.get(i).equals(gccs.get(i))) {
                int from = Math.max(0, i - 12);
                return "token " + i + ": " + String.join(" ", ours.subList(from, Math.min(ours.size(), i + 8)))
                        + "\nGCC: " + String.join(" ", gccs.subList(from, Math.min(gccs.size(), i + 8)));
            }
        }
        return "";
    }
}
