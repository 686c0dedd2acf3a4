package io.padlog.run.job;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Which build of padlog this is. */
final class Build {
    private Build() {}

    /** Other for each build: what earlier ones computed may be wrong. */
    static String fingerprint() {
        String version = Optional.ofNullable(Build.class.getPackage().getImplementationVersion()).orElse("");
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        try {
            Path code = Path.of(source.getLocation().toURI());
            return version + " " + code + " " + Files.size(code) + " " + Files.getLastModifiedTime(code);
        } catch (IOException | URISyntaxException e) {
            return version;
        }
    }
}
