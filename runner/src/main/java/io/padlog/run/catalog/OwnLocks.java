package io.padlog.run.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Locks that the user's own functions take and give back, as rows of the lock tables; and a rule for each family of them
 * that padlog does not know.
 */
public final class OwnLocks {
    private static final String TABLE = "api/locks_own.dl";
    private static final String PACK = "own";
    private static final String LOCK = "lock_api";
    private static final String PAIR = "lock_pair_api";
    private static final String ALWAYS = "always";

    private final Map<String, String> known;
    private final Map<String, String> families = new LinkedHashMap<>();
    private final Set<Row> rows = new LinkedHashSet<>();

    /**
     * A row of a table.
     *
     * @param values as the table shows them, without quotes
     */
    record Row(String table, List<String> values) {
        Row {
            values = List.copyOf(values);
        }

        static Row of(String table, String... values) {
            return new Row(table, List.of(values));
        }

        @Override
        public String toString() {
            List<String> shown = values.stream().map(value -> value.matches("-?[0-9]+") ? value : '"' + value + '"').toList();
            return table + "(" + String.join(", ", shown) + ").";
        }
    }

    /** @param known functions of the lock tables, with a family of each */
    private OwnLocks(Map<String, String> known) {
        this.known = known;
    }

    /**
     * padlog's queries with the user's locks in their place.
     *
     * @param pairs each as {@link LockPair} reads it
     * @param tables files with rows of the lock tables
     * @throws io.padlog.run.PadlogException if a pair or a file is none
     */
    public static QueryResources added(List<String> pairs, List<Path> tables, QueryResources resources) {
        if (pairs.isEmpty() && tables.isEmpty()) {
            return resources;
        }
        OwnLocks own = new OwnLocks(ApiTables.of(resources).lockFamilies());
        tables.forEach(file -> LockTable.read(file, own.known.values()).forEach(own::add));
        pairs.forEach(pair -> own.add(LockPair.parse(pair)));
        return resources.with(own.files());
    }

    private void add(Row row) {
        rows.add(row);
        if (row.table().equals(LOCK)) {
            families.putIfAbsent(row.values().get(0), row.values().get(4));
        }
    }

    private void add(LockPair pair) {
        LockPair.Operation acquire = pair.acquire();
        LockPair.Operation release = pair.release();
        String family = family(acquire.name(), family(release.name(), acquire.name() + ":" + release.name()));
        boolean platform = known.containsValue(family);
        add(acquire, "acquire", family, platform);
        add(release, "release", family, platform);
        if (pair.recursive()) {
            rows.add(Row.of("recursive_family", family));
        }
    }

    private String family(String function, String otherwise) {
        return families.getOrDefault(function, known.getOrDefault(function, otherwise));
    }

    /** What is known of a function already is not said again. */
    private void add(LockPair.Operation operation, String effect, String family, boolean platform) {
        families.putIfAbsent(operation.name(), family);
        if (family.equals(known.get(operation.name()))) {
            return;
        }
        String name = operation.name();
        String result = operation.result().orElse(ALWAYS);
        if (operation.lock().isPresent() || platform) {
            int place = operation.lock().orElse(0);
            String taken = place == LockPair.RESULT ? operation.result().orElse("nonzero") : result;
            rows.add(Row.of(LOCK, name, effect, String.valueOf(place), taken, family));
            return;
        }
        rows.add(Row.of(PAIR, name, effect, "0", result, family));
        rows.add(Row.of(PAIR, name, effect, String.valueOf(LockPair.ONE_FOR_ALL), result, family));
        if (effect.equals("acquire")) {
            String handed = operation.result().orElse("nonzero");
            rows.add(Row.of(PAIR, name, effect, String.valueOf(LockPair.RESULT), handed, family));
        }
    }

    /** The table, and a rule with its documentation for each family that no rule of padlog's is about. */
    private Map<String, String> files() {
        Map<String, Set<String>> functions = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.table().equals(LOCK) || row.table().equals(PAIR)) {
                String family = row.values().get(4);
                if (!known.containsValue(family)) {
                    functions.computeIfAbsent(family, key -> new LinkedHashSet<>()).add(row.values().get(0));
                }
            }
        }
        StringBuilder table = new StringBuilder("// Locks of the user's own.\n\n.once\n\n.include \"locks.dl\"\n\n");
        rows.forEach(row -> table.append(row).append('\n'));
        functions.keySet().forEach(family -> table.append(Row.of("own_family", family)).append('\n'));
        Map<String, String> files = new TreeMap<>();
        files.put(TABLE, table.toString());
        Set<String> taken = new LinkedHashSet<>();
        functions.forEach((family, names) -> {
            String id = id(family, taken);
            files.put("rules/" + PACK + "/" + id + ".dl", program(id, family, List.copyOf(names)));
            files.put("docs/" + PACK + "/" + id + ".md", docs(id, List.copyOf(names)));
        });
        return files;
    }

    /** The acquire, or the family's name; with a number if two differ in signs or case only. */
    private static String id(String family, Set<String> taken) {
        int colon = family.indexOf(':');
        String name = (colon < 0 ? family : family.substring(0, colon)).replaceAll("[^A-Za-z0-9_]", "_");
        String id = name;
        for (int number = 2; !taken.add(id.toLowerCase(Locale.ROOT)); number++) {
            id = name + number;
        }
        return id;
    }

    private static String program(String id, String family, List<String> functions) {
        String names = String.join(", ", functions);
        List<String> lines = new ArrayList<>(List.of(
                "// id:           " + PACK + "/" + id,
                "// title:        A lock of your own is not taken and given back in turn (" + names + ")",
                "// severity:     error",
                "// packs:        " + PACK + ", locks",
                "// finds:        a path on which the lock is taken and still held at the return of a callback, or at one exit of a",
                "//               helper that leaves otherwise too; a second acquire of a lock that is not recursive; a release of what",
                "//               is not held, or by a function of another family",
                "// false alarms: a lock handed to another callback on purpose",
                "// misses:       calls through pointers whose targets are not in the unit; locks that cannot be named",
                "", ".once", "", ".include \"../../lib/lock_findings.dl\"", ""));
        for (String kind : List.of("held-at-return", "not-held", "taken-twice", "wrong-release", "wrong-state")) {
            lines.add(Row.of("rule_shape", PACK + "/" + id, "any", family, kind).toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private static String docs(String id, List<String> functions) {
        return "# " + PACK + "/" + id + "\n\n"
                + "The rule of a lock that is not padlog's: " + String.join(", ", functions) + " take it and give it back, as "
                + "`--pair`, `--pairs` or `padlog.toml` says.\n\n"
                + "A defect below a callback, and one exit of a helper that differs from its others, is sure. Where only the "
                + "absence of a caller makes a function an entry point, it is of medium confidence.\n";
    }
}
