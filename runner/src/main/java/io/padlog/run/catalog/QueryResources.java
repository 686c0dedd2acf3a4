package io.padlog.run.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The files of padlog's {@code queries} folder, wherever they lie: in the jar, or in a build's folder. */
public final class QueryResources {
    private static final String ROOT = "io/padlog/queries/";
    private static final String ANCHOR = "schema.dl";

    private final ClassLoader loader;
    private final Map<String, String> added;
    /** Of the jar the files are read directly: by way of the class loader each takes several times as long. */
    private final Optional<JarFile> jar;

    private QueryResources(ClassLoader loader, Map<String, String> added) {
        this.loader = loader;
        this.added = Map.copyOf(added);
        this.jar = jar(loader.getResource(ROOT + ANCHOR));
    }

    private static Optional<JarFile> jar(URL anchor) {
        try {
            return anchor != null && anchor.openConnection() instanceof JarURLConnection connection
                    ? Optional.of(connection.getJarFile()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return null if there is no such file, as class loaders do */
    private InputStream open(String name) throws IOException {
        if (jar.isEmpty()) {
            return loader.getResourceAsStream(ROOT + name);
        }
        ZipEntry entry = jar.get().getEntry(ROOT + name);
        return entry == null ? null : jar.get().getInputStream(entry);
    }

    /** Those that padlog was built with. */
    public static QueryResources installed() {
        return new QueryResources(QueryResources.class.getClassLoader(), Map.of());
    }

    /** Whether these are those that padlog was built with: a folder may have changed since. */
    boolean areAsBuilt() {
        return jar.isPresent() && added.isEmpty();
    }

    /** The same with these files by name, also in the place of such as there are. */
    QueryResources with(Map<String, String> files) {
        Map<String, String> all = new HashMap<>(added);
        all.putAll(files);
        return new QueryResources(loader, all);
    }

    /** Names of all files relative to the folder, with forward slashes, sorted. */
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(installedNames());
        names.addAll(added.keySet());
        return List.copyOf(names);
    }

    private List<String> installedNames() {
        URL anchor = loader.getResource(ROOT + ANCHOR);
        if (anchor == null) {
            throw new IllegalStateException("padlog was built without its queries");
        }
        try {
            URLConnection connection = anchor.openConnection();
            return connection instanceof JarURLConnection jar ? inJar(jar) : inFolder(Path.of(anchor.toURI()).getParent());
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("cannot list " + anchor, e);
        }
    }

    /** Names of the files in this folder and below that end so, sorted. */
    public List<String> names(String folder, String ending) {
        return names().stream().filter(name -> name.startsWith(folder + "/") && name.endsWith(ending)).toList();
    }

    /** A file's text. */
    public Optional<String> text(String name) {
        if (added.containsKey(name)) {
            return Optional.of(added.get(name));
        }
        try (InputStream in = open(name)) {
            // A folder of a class path opens too, and reads as the list of its files.
            boolean file = in != null && name.contains(".");
            return file ? Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a file that {@link #names()} lists. */
    public String existing(String name) {
        return text(name).orElseThrow(() -> new IllegalStateException("no " + name + " among padlog's queries"));
    }

    private static List<String> inJar(JarURLConnection jar) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        jar.getJarFile().stream().forEach(entry -> {
            if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                names.add(entry.getName().substring(ROOT.length()));
            }
        });
        return List.copyOf(names);
    }

    private static List<String> inFolder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            URI base = root.toUri();
            return files.filter(Files::isRegularFile).map(file -> base.relativize(file.toUri()).getPath()).sorted().toList();
        }
    }
}
