package io.padlog.run.report;

import io.padlog.run.catalog.Schema;
import java.io.IOException;
import java.util.List;

/** The fact relations for people. */
public final class SchemaText {
    private SchemaText() {}

    /** A line for each relation with its columns, and its documentation below. */
    public static void list(Schema schema, Appendable out) throws IOException {
        for (Schema.Relation relation : schema.relations()) {
            List<String> names = relation.columns().stream().map(Schema.Column::name).toList();
            out.append(relation.name() + "(" + String.join(", ", names) + ")\n");
            documentation(relation.doc(), "    ", out);
        }
    }

    /** A relation with each of its columns. */
    public static void page(Schema.Relation relation, Appendable out) throws IOException {
        out.append(relation.name() + "\n");
        documentation(relation.doc(), "  ", out);
        int name = relation.columns().stream().mapToInt(column -> column.name().length()).max().orElse(0);
        int type = relation.columns().stream().mapToInt(column -> column.type().length()).max().orElse(0);
        for (Schema.Column column : relation.columns()) {
            String text = "  " + column.name() + " ".repeat(name - column.name().length()) + "  " + column.type()
                    + " ".repeat(type - column.type().length()) + "  " + column.doc().strip().replaceAll("\\s+", " ");
            out.append(text.stripTrailing() + "\n");
        }
    }

    /** All relations as a page of Markdown, by which readers without padlog at hand look them up. */
    public static void markdown(Schema schema, Appendable out) throws IOException {
        out.append("# The fact relations\n\n");
        out.append("Generated from [schema.dl](schema.dl); the same is printed by `padlog schema` and `padlog schema RELATION`.\n");
        for (Schema.Relation relation : schema.relations()) {
            out.append("\n## " + relation.name() + "\n\n");
            out.append(relation.doc().strip().lines().map(String::strip).reduce((one, other) -> one + "\n" + other).orElse(""));
            out.append("\n\n| column | type | |\n|---|---|---|\n");
            for (Schema.Column column : relation.columns()) {
                String doc = column.doc().strip().replaceAll("\\s+", " ").replace("|", "\\|");
                out.append("| `" + column.name() + "` | " + column.type() + " | " + doc + (doc.isEmpty() ? "|\n" : " |\n"));
            }
        }
    }

    private static void documentation(String doc, String indent, Appendable out) throws IOException {
        for (String line : doc.strip().lines().toList()) {
            out.append((indent + line.strip()).stripTrailing() + "\n");
        }
    }
}
