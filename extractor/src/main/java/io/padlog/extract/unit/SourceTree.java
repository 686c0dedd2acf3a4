package io.padlog.extract.unit;

import io.padlog.extract.source.Language;
import io.padlog.extract.source.SourceFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files below the roots of a run, by what they are for. Each folder is listed once; a symbolic link is followed only where
 * it leads out of what is read anyway, so that no cycle is walked and no file is read twice.
 */
final class SourceTree {
    private static final Set<String> VERSION_STORES = Set.of(".git", ".hg", ".svn", ".vs");

    private final Naming naming;
    private final Reports reports;
    private final Map<Path, SourceFile> sources = new LinkedHashMap<>();
    private final List<BuildFile> buildFiles = new ArrayList<>();
    private final Set<Path> solutionFolders = new HashSet<>();
    private final Set<Path> walked = new HashSet<>();
    private final List<Path> rootFolders = new ArrayList<>();
    private final List<Path> covered = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();
    private final Deque<Path> waiting = new ArrayDeque<>();

    private SourceTree(Naming naming, Reports reports) {
        this.naming = naming;
        this.reports = reports;
    }

    /**
     * Reads the folders.
     *
     * @param roots files or folders; a file is taken for a source if it is no build file
     */
    static SourceTree walk(List<Path> roots, Naming naming, Reports reports) {
        SourceTree tree = new SourceTree(naming, reports);
        List<Path> absolute = new ArrayList<>();
        for (Path root : roots) {
            absolute.add(root.toAbsolutePath().normalize());
        }
        for (Path root : absolute) {
            realPath(root).ifPresent(tree.covered::add);
        }
        for (Path root : absolute) {
            if (Files.isDirectory(root)) {
                tree.rootFolders.add(root);
                tree.walkFrom(root);
            } else if (Files.isRegularFile(root)) {
                tree.rootFolders.add(root.getParent());
                tree.addNamed(root);
            } else {
                reports.unreadable(naming.file(root), "there is no such file or folder");
            }
        }
        tree.followLinks();
        return tree;
    }

    private static Optional<Path> realPath(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file that the user names is read, whatever it is called. */
    private void addNamed(Path file) {
        SourceFile named = naming.file(file);
        Optional<BuildFile.Kind> kind = BuildFile.Kind.of(file.getFileName().toString());
        if (naming.excludes(named.name())) {
            return;
        }
        if (kind.isPresent()) {
            buildFiles.add(new BuildFile(kind.get(), named));
        } else {
            sources.put(file, named);
        }
    }

    private void walkFrom(Path root) {
        waiting.push(root);
        while (!waiting.isEmpty()) {
            Path folder = waiting.pop();
            if (walked.add(folder)) {
                list(folder);
            }
        }
    }

    private void list(Path folder) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            reports.unreadable(naming.file(folder), "the folder cannot be read: " + reason(e));
            return;
        }
        entries.sort(Comparator.comparing(entry -> entry.getFileName().toString()));
        String prefix = naming.prefix(folder);
        List<Path> folders = new ArrayList<>();
        for (Path entry : entries) {
            String fileName = entry.getFileName().toString();
            String name = prefix + fileName;
            if (naming.excludes(name)) {
                continue;
            }
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (attributes.isSymbolicLink()) {
                    links.add(entry);
                } else if (attributes.isRegularFile()) {
                    addFile(entry, fileName, name);
                } else if (attributes.isDirectory() && !VERSION_STORES.contains(fileName)) {
                    folders.add(entry);
                }
            } catch (IOException e) {
                reports.unreadable(new SourceFile(entry, name), "cannot be read: " + reason(e));
            }
        }
        for (int i = folders.size() - 1; i >= 0; i--) {
            waiting.push(folders.get(i));
        }
    }

    private void addFile(Path file, String fileName, String name) {
        if (Language.of(fileName).isPresent()) {
            sources.put(file, new SourceFile(file, name));
        } else if (fileName.endsWith(".sln")) {
            solutionFolders.add(file.getParent());
        } else {
            BuildFile.Kind.of(fileName)
                    .ifPresent(kind -> buildFiles.add(new BuildFile(kind, new SourceFile(file, name))));
        }
    }

    /** Only after all plain folders, so that a file has its plain name. A link that is found meanwhile joins the list. */
    private void followLinks() {
        for (int i = 0; i < links.size(); i++) {
            Path link = links.get(i);
            Optional<Path> target = realPath(link);
            if (target.isEmpty()) {
                reports.note(naming.file(link), 0, 0, "the symbolic link leads nowhere; ignored");
            } else if (covered.stream().noneMatch(target.get()::startsWith)) {
                if (Files.isDirectory(link)) {
                    covered.add(target.get());
                    walkFrom(link);
                } else if (Files.isRegularFile(link)) {
                    addFile(link, link.getFileName().toString(), naming.name(link));
                }
            }
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    /** Sources, folder by folder. */
    Map<Path, SourceFile> sources() {
        return sources;
    }

    List<BuildFile> buildFiles() {
        return buildFiles;
    }

    /** The nearest folder at or above this one that holds a solution. */
    Optional<Path> solutionFolder(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (solutionFolders.contains(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /** Whether this is a source that was found below a root. */
    boolean isSource(Path file) {
        return sources.containsKey(file);
    }

    /** Whether this is a folder that was found below a root. */
    boolean isFolder(Path folder) {
        return walked.contains(folder);
    }

    /** A source that a build file names: of the tree, or elsewhere; none if it is excluded. */
    Optional<SourceFile> source(Path file) {
        SourceFile known = sources.get(file);
        if (known != null) {
            return Optional.of(known);
        }
        SourceFile outside = naming.file(file);
        return naming.excludesFile(outside.name()) ? Optional.empty() : Optional.of(outside);
    }

    /** Whether a file lies below a folder that the user named, or that holds a file that the user named. */
    boolean contains(Path file) {
        for (Path folder : rootFolders) {
            if (file.startsWith(folder)) {
                return true;
            }
        }
        return false;
    }

    Naming naming() {
        return naming;
    }
}
