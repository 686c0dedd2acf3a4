package io.padlog.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected output in a file under {@code src/test/resources}; {@code -Dgolden=update} rewrites it. */
public final class Golden {
    private Golden() {}

    /** @param name of the golden file, beside the resources of {@code test}'s package */
    public static void assertMatches(Class<?> test, String name, String actual) {
        Path file = Path.of("src/test/resources", test.getPackageName().replace('.', '/'), name);
        try {
            if ("update".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertThat(file).as("golden file; -Dgolden=update makes it").exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
