package io.padlog.run.report;

import io.padlog.run.catalog.Rule;
import java.io.IOException;
import java.util.List;

/** Rules for people. */
public final class RuleText {
    private RuleText() {}

    /** A line for each rule. */
    public static void list(List<Rule> rules, Appendable out) throws IOException {
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        for (Rule rule : rules) {
            out.append(rule.id() + " ".repeat(width - rule.id().length()) + "  " + rule.title() + "\n");
        }
    }

    /** All that is known of a rule. */
    public static void page(Rule rule, Appendable out) throws IOException {
        out.append(rule.id() + ": " + rule.title() + "\n\n");
        line("severity", rule.severity(), out);
        line("packs", String.join(", ", rule.packs()), out);
        line("finds", rule.finds(), out);
        line("false alarms", rule.falseAlarms(), out);
        line("misses", rule.misses(), out);
        line("sdv", rule.sdv(), out);
        if (!rule.docs().isEmpty()) {
            out.append("\n" + rule.docs().strip() + "\n");
        }
    }

    private static void line(String key, String value, Appendable out) throws IOException {
        if (!value.isEmpty()) {
            out.append(key + ":" + " ".repeat(14 - key.length()) + value + "\n");
        }
    }
}
