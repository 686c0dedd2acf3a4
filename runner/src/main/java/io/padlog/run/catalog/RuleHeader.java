package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The comment that a rule's file opens with: lines {@code // key: value}, continued by lines {@code //} that are
 * indented further.
 */
final class RuleHeader {
    private static final Set<String> KEYS =
            Set.of("id", "title", "severity", "finds", "false alarms", "misses", "sdv", "packs", "model");
    private static final List<String> REQUIRED = List.of("id", "title", "severity", "finds");

    private final Map<String, String> values;

    private RuleHeader(Map<String, String> values) {
        this.values = values;
    }

    /** @throws PadlogException if the header is not one */
    static RuleHeader parse(String file, String program) {
        Map<String, String> values = new LinkedHashMap<>();
        String current = "";
        int number = 0;
        for (String line : (Iterable<String>) program.lines()::iterator) {
            number++;
            if (!line.startsWith("//")) {
                break;
            }
            String content = line.substring(2);
            int colon = content.indexOf(':');
            String key = colon < 0 ? "" : content.substring(0, colon).strip();
            if (KEYS.contains(key)) {
                current = key;
                if (values.put(key, content.substring(colon + 1).strip()) != null) {
                    throw wrong(file, number, "'" + key + "' stands twice in the header");
                }
            } else if (content.startsWith("  ") && !current.isEmpty()) {
                values.merge(current, content.strip(), (before, more) -> before + ' ' + more);
            } else {
                throw wrong(file, number, "not a header line; '// key: value' is, with a key of " + KEYS.stream().sorted().toList());
            }
        }
        for (String key : REQUIRED) {
            if (values.getOrDefault(key, "").isEmpty()) {
                throw wrong(file, 1, "the rule's header lacks '// " + key + ": …'");
            }
        }
        return new RuleHeader(values);
    }

    /** The value, "" if the header has none. */
    String get(String key) {
        return values.getOrDefault(key, "");
    }

    private static PadlogException wrong(String file, int line, String what) {
        return new PadlogException(ExitStatus.USAGE, file + ":" + line + ":1: " + what);
    }
}
