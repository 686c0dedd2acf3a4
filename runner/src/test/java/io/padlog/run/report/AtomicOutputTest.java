package io.padlog.run.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicOutputTest {
    @TempDir Path folder;

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("out.txt");
        AtomicOutput.write(file, out -> out.write("old"));
        assertThatThrownBy(() -> AtomicOutput.write(file, out -> {
                    out.write("half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(PadlogException.class)
                .hasMessage(file + ": cannot be written: disk full")
                .extracting(e -> ((PadlogException) e).status())
                .isEqualTo(ExitStatus.USAGE);
        assertThat(file).hasContent("old");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void replacesAFileThroughALink() throws IOException {
        Path file = Files.writeString(folder.resolve("real.txt"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
        AtomicOutput.write(link, out -> out.write("new"));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    @Test
    void refusesAFolder() {
        assertThatThrownBy(() -> AtomicOutput.write(folder, out -> out.write("x")))
                .hasMessage(folder + ": is a folder; name a file");
    }

    @Test
    void namesAMissingFolder() {
        Path file = folder.resolve("no/out.txt");
        assertThatThrownBy(() -> AtomicOutput.write(file, out -> out.write("x")))
                .hasMessage(file + ": cannot be written: no such file or folder");
    }
}
