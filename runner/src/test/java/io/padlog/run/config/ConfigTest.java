package io.padlog.run.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    private static final Set<String> ALL = Set.of("-D", "-I", "--exclude", "--rule", "--strict", "--jobs", "--path");

    @TempDir Path folder;

    @Test
    void keysBecomeOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("padlog.toml"), """
                # a comment
                define = [ "DBG=1",   # one
                  'NAME="x\\y"', ]
                include = ["inc", "../sdk"]
                exclude = ["a\\tb#c"]
                strict = true
                jobs = 4   # more
                rule = []
                paths = ["."]
                """);
        assertThat(Config.read(file).options(ALL, Set.of())).containsExactly("-DDBG=1", "-DNAME=\"x\\y\"",
                "-I" + folder.resolve("inc"), "-I" + folder.resolveSibling("sdk"), "--exclude=a\tb#c", "--strict", "--jobs=4",
                "--path=" + folder);
        assertThat(Config.read(file).options(Set.of("-D", "--jobs"), Set.of("--jobs", "-D")))
                .as("one value gives way to what is typed, many are added to").containsExactly("-DDBG=1", "-DNAME=\"x\\y\"");
    }

    @Test
    void theNearestAboveCounts() throws IOException {
        Path deep = Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(folder.resolve("padlog.toml"), "jobs = 1\n");
        Files.writeString(folder.resolve("a/padlog.toml"), "jobs = 2\r\n");
        assertThat(Config.above(deep).options(ALL, Set.of())).containsExactly("--jobs=2");
        assertThat(Config.above(folder).options(ALL, Set.of())).containsExactly("--jobs=1");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            # text               => complaint
            jobs = 1 2           => 1: more than a value after 'jobs'
            jobs = x             => 1: a value is missing; strings stand in quotes
            rule = "x            => 1: the file ends too early
            rule = ["x" "y"]     => 1: ',' is missing
            rule = "C:\\dir"     => 1: \\d is no escape; write \\\\ for a backslash, or use '…'
            [check]              => 1: no tables are known; the keys stand at the top
            job = 1              => 1: unknown key 'job'; did you mean 'jobs'?
            = 1                  => 1: a key is missing
            jobs                 => 1: the file ends too early
            """)
    void whatItCannotReadIsRefusedWithItsLine(String text, String complaint) throws IOException {
        Path file = Files.writeString(folder.resolve("padlog.toml"), text.strip());
        assertThatThrownBy(() -> Config.read(file)).hasMessage(file + ":" + complaint.strip());
    }

    @Test
    void aKeyStandsOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("padlog.toml"), "jobs = 1\n\njobs = 2\n");
        assertThatThrownBy(() -> Config.read(file)).hasMessage(file + ":3: 'jobs' stands twice");
    }
}
