package io.padlog.run.engine.files;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.syntax.Item;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the parameters of a directive say, with Soufflé's defaults. */
record Options(Item.Directive directive) {
    /** What a file holds. */
    enum Form { SEPARATED, JSON, SQLITE }

    Form form() {
        return switch (medium()) {
            case "file", "stdin", "stdout" -> Form.SEPARATED;
            case "json", "jsonfile" -> Form.JSON;
            case "sqlite" -> Form.SQLITE;
            default -> throw wrong("IO=" + medium() + " is not known; there are file, stdin, stdout, json, jsonfile and sqlite");
        };
    }

    /** Whether it is standard input or output. */
    boolean isStandard() {
        return medium().equals("stdin") || medium().equals("stdout") || medium().equals("json");
    }

    private String medium() {
        return directive.parameter("IO").orElse("file");
    }

    String name() {
        return directive.parameter("name").orElse(directive.relation());
    }

    Path file(Path folder, String suffix) {
        return folder.resolve(directive.parameter("filename").orElse(name() + suffix));
    }

    /** The name of the database that {@code IO=sqlite} means. */
    String database() {
        return directive.parameter("filename").orElse(directive.parameter("dbname").orElse(name() + ".sqlite"));
    }

    boolean isTrue(String key) {
        return directive.parameter(key).map("true"::equals).orElse(false);
    }

    boolean isCompressed() {
        return directive.parameter("compress").isPresent();
    }

    boolean isQuoted() {
        return isTrue("rfc4180");
    }

    String delimiter() {
        String delimiter = directive.parameter("delimiter").orElse(isQuoted() ? "," : "\t");
        if (delimiter.isEmpty() || isQuoted() && delimiter.contains("\"")) {
            throw wrong("the delimiter '" + delimiter + "' cannot separate columns");
        }
        return delimiter;
    }

    /** The line of column names. */
    String header(Relation relation) {
        return directive.parameter("attributeNames").orElseGet(() -> relation.attributes().stream()
                .map(Relation.Attribute::name)
                .collect(Collectors.joining(directive.parameter("delimiter").orElse("\t"))));
    }

    /** For each column of the relation the place in a line, from 0, that it is read from. */
    int[] places(Relation relation) {
        int[] places = new int[relation.arity()];
        for (int column = 0; column < places.length; column++) {
            places[column] = column;
        }
        String columns = directive.parameter("columns").orElse("");
        if (columns.isEmpty()) {
            return places;
        }
        String[] written = columns.split(":");
        try {
            for (int column = 0; column < written.length && column < places.length; column++) {
                places[column] = Integer.parseInt(written[column].strip());
            }
        } catch (NumberFormatException e) {
            throw new PadlogException(ExitStatus.USAGE, directive.range() + ": columns=" + columns + " are no numbers", e);
        }
        long distinct = java.util.Arrays.stream(places).distinct().count();
        if (written.length < places.length || distinct < places.length
                || java.util.Arrays.stream(places).anyMatch(place -> place < 0)) {
            throw wrong("columns=" + columns + " does not give each of the " + places.length + " columns a place");
        }
        return places;
    }

    PadlogException wrong(String message) {
        return new PadlogException(ExitStatus.USAGE, directive.range() + ": " + message);
    }
}
