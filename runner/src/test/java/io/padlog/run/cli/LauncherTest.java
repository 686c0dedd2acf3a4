package io.padlog.run.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs a copy of {@code runner/bin/padlog} beside a Java that only shows what it is given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    @TempDir Path folder;
    private Path launcher;
    private Path home;

    private record Outcome(int status, String output) {}

    @BeforeEach
    void anInstallation() throws IOException {
        launcher = Files.createDirectories(folder.resolve("pad log/runner/bin")).resolve("padlog");
        Files.copy(Path.of("bin/padlog"), launcher);
        home = folder.resolve("jdk");
        java(home, "17.0.1");
        Files.createDirectories(launcher.resolveSibling("../target"));
        Files.writeString(launcher.resolveSibling("../target/padlog.jar"), "");
    }

    @Test
    void startsTheJarWithTheOptionsAndArguments() throws Exception {
        Path jar = folder.toRealPath().resolve("pad log/runner/target/padlog.jar");
        assertThat(run(launcher, Map.of("JAVA_HOME", home.toString(), "PADLOG_JAVA_OPTS", "-Xmx1g -Da=b"), "query", "my driver"))
                .isEqualTo(new Outcome(0, String.join("\n",
                        "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xss4m", "-Xmx1g", "-Da=b", "-jar",
                        jar.toString(), "query", "my driver", "")));
    }

    @Test
    void startsFromTheArchiveThatTheFirstCheckLeft() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
        Path archive = folder.toRealPath().resolve("pad log/runner/target/padlog-17.0.1.jsa");
        assertThat(run(launcher, environment, "check", "a.c").output()).contains("-XX:ArchiveClassesAtExit=" + archive + ".");
        Files.writeString(archive, "");
        Files.setLastModifiedTime(launcher.resolveSibling("../target/padlog.jar"), FileTime.fromMillis(1_000_000_000_000L));
        assertThat(run(launcher, environment, "check", "a.c").output())
                .contains("\n-XX:SharedArchiveFile=" + archive + "\n-Xlog:disable\n").doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void aDatalogProgramHasAnArchiveOfItsOwn() throws Exception {
        Map<String, String> environment = Map.of("JAVA_HOME", home.toString());
        Path archive = folder.toRealPath().resolve("pad log/runner/target/padlog-17.0.1-datalog.jsa");
        assertThat(run(launcher, environment, "datalog", "a.dl").output()).contains("-XX:ArchiveClassesAtExit=" + archive + ".");
        Files.writeString(archive, "");
        Files.setLastModifiedTime(launcher.resolveSibling("../target/padlog.jar"), FileTime.fromMillis(1_000_000_000_000L));
        assertThat(run(launcher, environment, "datalog", "a.dl").output()).contains("\n-XX:SharedArchiveFile=" + archive + "\n");
        assertThat(run(launcher, environment, "query", "-e").output()).doesNotContain("Archive");
    }

    @Test
    void asksForTwoCollectorThreadsAndRoomForManySources() throws Exception {
        Path tree = Files.createDirectory(folder.resolve("tree"));
        for (int number = 0; number < 50; number++) {
            Files.writeString(tree.resolve(number + ".c"), "");
        }
        assertThat(run(launcher, Map.of("JAVA_HOME", home.toString()), "check", tree.toString()).output())
                .startsWith("-XX:+UseParallelGC\n-Xmn256m\n-XX:TieredStopAtLevel=1\n-XX:InitialRAMPercentage=5\n");
    }

    @Test
    void keepsTheHeapOfADatalogProgramSmall() throws Exception {
        assertThat(run(launcher, Map.of("JAVA_HOME", home.toString()), "datalog", "a.dl").output()).contains("\n-Xmn8m\n");
        assertThat(run(launcher, Map.of("JAVA_HOME", home.toString()), "query", "-e").output()).doesNotContain("-Xmn");
    }

    @Test
    void findsItsPlaceThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("pad log/runner/bin/padlog"));
        Path second = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("bin")).resolve("padlog"), first.toAbsolutePath());
        assertThat(run(second, Map.of("JAVA_HOME", home.toString())).output()).contains("pad log/runner/target/padlog.jar");
    }

    @Test
    void aReleaseRunsItsOwnJarWithItsOwnJava() throws Exception {
        Path lib = Files.createDirectories(folder.resolve("pad log/runner/lib"));
        Files.writeString(lib.resolve("padlog.jar"), "");
        java(folder.resolve("pad log/runner/runtime"), "17.0.2");
        assertThat(run(launcher, Map.of("JAVA_HOME", "/nowhere", "PATH", "/usr/bin:/bin"), "check", "a.c").output())
                .contains("\n" + lib.toRealPath().resolve("padlog.jar") + "\ncheck\n")
                .contains("-XX:ArchiveClassesAtExit=" + lib.toRealPath().resolve("padlog-17.0.2.jsa."));
    }

    @Test
    void takesJavaFromThePath() throws Exception {
        Path bin = Files.createDirectory(folder.resolve("path"));
        Files.createSymbolicLink(bin.resolve("java"), home.resolve("bin/java"));
        assertThat(run(launcher, Map.of("PATH", bin + ":/usr/bin:/bin")).status()).isZero();
    }

    @Test
    void saysWhatToDoWhenItIsNotBuilt() throws Exception {
        Files.delete(launcher.resolveSibling("../target/padlog.jar"));
        assertThat(run(launcher, Map.of("JAVA_HOME", home.toString()))).isEqualTo(new Outcome(2,
                "padlog: not built yet; run: mvn -q -B -DskipTests package (in " + folder.toRealPath().resolve("pad log")
                        + ")\n"));
    }

    @Test
    void saysWhatToDoWithoutJavaOrWithAnOldOne() throws Exception {
        Path none = folder.resolve("none");
        assertThat(run(launcher, Map.of("JAVA_HOME", none.toString()))).isEqualTo(new Outcome(2,
                "padlog: no Java in JAVA_HOME (" + none + "); let it name a JDK of version 17 or later\n"));
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : new String[] {"dirname", "readlink", "sed"}) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }
        assertThat(run(launcher, Map.of("PATH", tools.toString()))).isEqualTo(new Outcome(2,
                "padlog: no Java found; install a JDK of version 17 or later, or set JAVA_HOME\n"));
        Path old = folder.resolve("old");
        java(old, "1.8.0_392");
        assertThat(run(launcher, Map.of("JAVA_HOME", old.toString()))).isEqualTo(new Outcome(2,
                "padlog: Java 1.8.0_392 is too old (" + old + "/bin/java); install a JDK of version 17 or later, or set JAVA_HOME\n"));
    }

    private static void java(Path home, String version) throws IOException {
        executable(Files.createDirectories(home.resolve("bin")).resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Outcome run(Path script, Map<String, String> environment, String... args) throws Exception {
        String[] command = new String[args.length + 2];
        command[0] = "/bin/sh";
        command[1] = script.toString();
        System.arraycopy(args, 0, command, 2, args.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("PADLOG_JAVA_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), output);
    }
}
