package io.padlog.run.report;

import io.padlog.run.catalog.NamedQuery;
import java.io.IOException;
import java.util.List;

/** Named queries for people. */
public final class QuestionText {
    private QuestionText() {}

    /** A line for each query, then one for each of its parameters. */
    public static void list(List<NamedQuery> queries, Appendable out) throws IOException {
        int width = queries.stream().mapToInt(query -> query.name().length()).max().orElse(0);
        for (NamedQuery query : queries) {
            out.append(query.name() + " ".repeat(width - query.name().length()) + "  " + query.title() + "\n");
            for (NamedQuery.Parameter parameter : query.parameters()) {
                out.append(" ".repeat(width + 4) + parameter.name() + ": " + parameter.doc() + "\n");
            }
        }
    }
}
