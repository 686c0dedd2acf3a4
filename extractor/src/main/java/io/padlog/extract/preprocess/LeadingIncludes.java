package io.padlog.extract.preprocess;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The #include lines that a source begins with. What they bring in depends on nothing that the source itself says, so that
 * sources that begin alike share it.
 *
 * @param includes in order
 * @param end the source's first token behind them
 */
record LeadingIncludes(List<Include> includes, int end) {
    /**
     * One of them.
     *
     * @param hash the token that begins the directive
     * @param found the file it means; empty if there is none
     */
    record Include(int hash, String name, Optional<IncludeResolver.Found> found) {}

    static LeadingIncludes of(LexedFile main, Headers headers) {
        Path folder = headers.folder(main.source.file());
        List<Include> includes = new ArrayList<>();
        int at = 0;
        for (int directive = 0; directive < main.directives.length && main.directives[directive] == at; directive++) {
            int lineEnd = main.lineEnd(at);
            Optional<HeaderName> header = main.directiveName(directive).equals("include")
                    ? HeaderName.written(main, at + 2, lineEnd) : Optional.empty();
            if (header.isEmpty() || header.get().name().isEmpty()) {
                break;
            }
            String name = header.get().name();
            includes.add(new Include(at, name, headers.find(folder, name, header.get().angled(), 0)));
            at = lineEnd;
        }
        return new LeadingIncludes(includes, at);
    }

    /** The files that are there. */
    List<IncludeResolver.Found> files() {
        return includes.stream().flatMap(include -> include.found().stream()).toList();
    }
}
