package io.padlog.extract.preprocess;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the file that an #include means. Shared by threads; each question is answered once. */
final class IncludeResolver {
    /** The place of a header that no include folder has. */
    static final int NO_FOLDER = -1;

    private final FolderCache folders = new FolderCache();
    private final TreeIndex tree;
    private final Map<Question, Optional<Found>> answers = new ConcurrentHashMap<>();

    /** @param index of the include folder that has the file; {@link #NO_FOLDER} if none has */
    record Found(Path path, int index) {}

    /**
     * @param folder of the file with the directive
     * @param name as written between the quotes or brackets
     * @param angled whether the folder itself is left out
     * @param firstFolder index of the first include folder to search: later ones for #include_next
     */
    record Question(Path folder, List<Path> includeFolders, String name, boolean angled, int firstFolder) {
        // Those of one unit have the same folders, which are many.
        @Override public boolean equals(Object other) {
            return other instanceof Question question && firstFolder == question.firstFolder && angled == question.angled
                    && name.equals(question.name) && folder.equals(question.folder)
                    && (includeFolders == question.includeFolders || includeFolders.equals(question.includeFolders));
        }
        @Override public int hashCode() { return (name.hashCode() * 31 + folder.hashCode()) * 31 + firstFolder; }
    }

    IncludeResolver(List<Path> roots) {
        this.tree = new TreeIndex(roots);
    }

    Optional<Found> find(Question question) {
        Optional<Found> known = answers.get(question);
        if (known == null) {
            known = search(question);
            answers.put(question, known);
        }
        return known;
    }

    private Optional<Found> search(Question question) {
        String relative = question.name().replace('\\', '/');
        if (!question.angled() && question.firstFolder() == 0) {
            Optional<Path> beside = folders.find(question.folder(), relative);
            if (beside.isPresent()) {
                return beside.map(path -> new Found(path, NO_FOLDER));
            }
        }
        List<Path> includeFolders = question.includeFolders();
        for (int i = question.firstFolder(); i < includeFolders.size(); i++) {
            Optional<Path> there = folders.find(includeFolders.get(i).toAbsolutePath().normalize(), relative);
            if (there.isPresent()) {
                int index = i;
                return there.map(path -> new Found(path, index));
            }
        }
        return tree.nearest(question.folder(), relative).map(path -> new Found(path, NO_FOLDER));
    }
}
