package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.syntax.Item;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fact relations that {@code schema.dl} declares as inputs, in its order.
 *
 * @param fingerprint changes whenever a relation's name, columns or types change: 12 hexadecimal digits
 */
public record Schema(List<Relation> relations, String fingerprint) {
    private static final String FILE = "schema.dl";
    private static final int FINGERPRINT_DIGITS = 12;

    public Schema {
        relations = List.copyOf(relations);
    }

    /** A relation; its doc is the text of the comment in front of it. */
    public record Relation(String name, String doc, List<Column> columns) {
        public Relation {
            columns = List.copyOf(columns);
        }

        /** For each column, whether its ints number symbols. */
        public boolean[] symbolColumns() {
            boolean[] symbols = new boolean[columns.size()];
            for (int column = 0; column < symbols.length; column++) {
                symbols[column] = columns.get(column).symbol();
            }
            return symbols;
        }
    }

    /** A column: its declared type, and whether that is a symbol; it is a number otherwise. */
    public record Column(String name, String type, boolean symbol, String doc) {}

    /** The schema among padlog's queries. */
    public static Schema of(QueryResources resources) {
        Parsed parsed = Parser.parse(new ProgramSource(
                QueryIncludes.OWN + FILE,
                resources.existing(FILE),
                new QueryIncludes(resources, FileSystems.getDefault())));
        Optional<Problem> error = parsed.problems().stream().filter(Problem::isError).findFirst();
        if (error.isPresent()) {
            throw new IllegalStateException(error.get().toString());
        }
        Map<String, String> bases = new HashMap<>();
        Set<String> inputs = new HashSet<>();
        List<Item.RelationDeclaration> declared = new ArrayList<>();
        for (Item item : parsed.program().items()) {
            if (item instanceof Item.TypeDeclaration type && type.definition() instanceof Item.Definition.Subset subset) {
                bases.put(type.name(), subset.base().name());
            } else if (item instanceof Item.Directive directive && directive.verb() == Item.Verb.INPUT) {
                inputs.add(directive.relation());
            } else if (item instanceof Item.RelationDeclaration relation) {
                declared.add(relation);
            }
        }
        List<Relation> relations = declared.stream()
                .filter(relation -> inputs.contains(relation.name()))
                .map(relation -> relation(relation, bases))
                .toList();
        return new Schema(relations, fingerprint(relations));
    }

    /** The relation of this name. */
    public Optional<Relation> relation(String name) {
        return relations.stream().filter(relation -> relation.name().equals(name)).findFirst();
    }

    /**
     * The relation of this name.
     *
     * @throws PadlogException if there is none
     */
    public Relation existing(String name) {
        return relation(name).orElseThrow(() -> {
            List<String> names = relations.stream().map(Relation::name).toList();
            String hint = NearMiss.of(name, names).map(near -> "did you mean '" + near + "'?")
                    .orElse("'padlog schema' lists them");
            return new PadlogException(ExitStatus.USAGE, "unknown relation '" + name + "'; " + hint);
        });
    }

    private static Relation relation(Item.RelationDeclaration declared, Map<String, String> bases) {
        List<Column> columns = declared.attributes().stream()
                .map(attribute -> new Column(
                        attribute.name(), attribute.type().name(), isSymbol(attribute.type().name(), bases), attribute.doc()))
                .toList();
        return new Relation(declared.name(), declared.doc(), columns);
    }

    private static boolean isSymbol(String type, Map<String, String> bases) {
        String base = type;
        // A chain longer than the number of types would be a circle.
        for (int step = 0; step <= bases.size() && bases.containsKey(base); step++) {
            base = bases.get(base);
        }
        return switch (base) {
            case "symbol" -> true;
            case "number" -> false;
            default -> throw new IllegalStateException(FILE + ": column type " + type + " is neither number nor symbol");
        };
    }

    private static String fingerprint(List<Relation> relations) {
        StringBuilder text = new StringBuilder();
        for (Relation relation : relations) {
            text.append(relation.name());
            relation.columns().forEach(column -> text.append('\t').append(column.name()).append(':').append(column.type()));
            text.append('\n');
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
