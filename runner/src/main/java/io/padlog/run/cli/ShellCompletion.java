package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Table;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a word that is being typed in the shell could become. */
final class ShellCompletion {
    /** of a column; more would not be looked through */
    private static final int MOST_VALUES = 50_000;
    private static final String FUNCTIONS = "function";
    private static final Pattern LAST_NAME = Pattern.compile("([A-Za-z_0-9]+)$");
    private static final Pattern DEFINED = Pattern.compile("(?m)^\\s*([a-z_][A-Za-z_0-9]*)\\(");

    private final QueryResources resources;
    private final Schema schema;
    private final Facts facts;

    ShellCompletion(QueryResources resources, Facts facts) {
        this.resources = resources;
        this.schema = Schema.of(resources);
        this.facts = facts;
    }

    /**
     * Commands, questions, relations; inside of an atom its columns, and between quotes the values of the column.
     *
     * @param before what stands in front of the word
     * @param word as far as it is typed; it begins behind the last letter that no name has
     * @param definitions clauses that are kept
     */
    List<String> of(String before, String word, String definitions) {
        if (before.isBlank() && word.startsWith(":")) {
            return ShellSession.COMMANDS;
        }
        if (before.strip().equals(":ask")) {
            return NamedQuery.all(resources).stream().map(NamedQuery::name).toList();
        }
        if (before.startsWith(":ask")) {
            return List.copyOf(values(FUNCTIONS, "name"));
        }
        int quote = openQuote(before);
        String outside = quote < 0 ? before : before.substring(0, quote);
        int open = outside.lastIndexOf('(');
        Optional<Schema.Relation> relation = open > outside.lastIndexOf(')') ? relation(outside.substring(0, open)) : Optional.empty();
        if (relation.isEmpty()) {
            return quote < 0 ? relations(definitions) : List.of();
        }
        List<String> columns = relation.get().columns().stream().map(Schema.Column::name).toList();
        if (quote < 0) {
            return columns;
        }
        int column = commas(outside.substring(open));
        return column < columns.size() ? rests(values(relation.get().name(), columns.get(column)), before.substring(quote + 1))
                : List.of();
    }

    private Optional<Schema.Relation> relation(String before) {
        Matcher name = LAST_NAME.matcher(before);
        return name.find() ? schema.relation(name.group(1)) : Optional.empty();
    }

    private List<String> relations(String definitions) {
        List<String> names = new ArrayList<>(schema.relations().stream().map(Schema.Relation::name).toList());
        Matcher defined = DEFINED.matcher(definitions);
        while (defined.find()) {
            names.add(defined.group(1));
        }
        return names.stream().distinct().toList();
    }

    /** Where the string begins that is not closed yet; -1 if all are. */
    private static int openQuote(String text) {
        int open = -1;
        for (int at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
            open = open < 0 ? at : -1;
        }
        return open;
    }

    private static int commas(String text) {
        return (int) text.replaceAll("\"[^\"]*\"", "").chars().filter(c -> c == ',').count();
    }

    private Collection<String> values(String relation, String column) {
        Schema.Relation described = schema.existing(relation);
        int index = described.columns().stream().map(Schema.Column::name).toList().indexOf(column);
        Table table = facts.tables().get(relation);
        if (table == null || !described.columns().get(index).symbol()) {
            return List.of();
        }
        TreeSet<String> values = new TreeSet<>();
        for (int row = 0; row < table.rows() && values.size() < MOST_VALUES; row++) {
            values.add(facts.symbols().text(table.get(row, index)));
        }
        return values;
    }

    /** Of the values that go on as {@code typed} does, what follows upon it, closed. */
    private static List<String> rests(Collection<String> values, String typed) {
        return values.stream()
                .filter(value -> value.startsWith(typed) && value.length() > typed.length())
                .map(value -> value.substring(typed.length()) + '"')
                .toList();
    }
}
