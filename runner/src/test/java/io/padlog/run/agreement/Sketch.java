package io.padlog.run.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A program in parts that can be left out.
 *
 * @param declarations what all else needs
 * @param facts a clause each
 */
record Sketch(List<String> declarations, List<String> facts, List<Rule> rules) {
    /**
     * A rule; a part of its body can be left out, too.
     *
     * @param plan what follows its full stop, or nothing
     */
    record Rule(String head, List<String> body, String plan) {
        Rule {
            body = List.copyOf(body);
        }

        Rule(String head, List<String> body) {
            this(head, body, "");
        }

        String text() {
            return head + (body.isEmpty() ? "." : " :- " + String.join(", ", body) + ".") + plan;
        }
    }

    Sketch {
        declarations = List.copyOf(declarations);
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        declarations.forEach(line -> text.append(line).append('\n'));
        facts.forEach(line -> text.append(line).append('\n'));
        rules.forEach(rule -> text.append(rule.text()).append('\n'));
        return text.toString();
    }

    /** The same program, but for what it says of the order of joins. */
    Sketch unplanned() {
        return new Sketch(declarations, facts, rules.stream().map(rule -> new Rule(rule.head(), rule.body())).toList());
    }

    /** A smaller program that still has a property: no rule, literal or fact can be left out of it alone. */
    Sketch shrunk(Predicate<Sketch> has) {
        Sketch smallest = this;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Sketch candidate : smallest.smaller()) {
                if (has.test(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private List<Sketch> smaller() {
        List<Sketch> candidates = new ArrayList<>();
        for (int index = 0; index < rules.size(); index++) {
            candidates.add(new Sketch(declarations, facts, without(rules, index)));
        }
        // Half of the facts at once first, since there are many.
        int half = facts.size() / 2;
        if (half > 1) {
            candidates.add(new Sketch(declarations, facts.subList(0, half), rules));
            candidates.add(new Sketch(declarations, facts.subList(half, facts.size()), rules));
        }
        for (int index = 0; index < rules.size(); index++) {
            Rule rule = rules.get(index);
            if (!rule.plan().isEmpty()) {
                candidates.add(with(index, new Rule(rule.head(), rule.body())));
            }
            for (int literal = 0; literal < rule.body().size(); literal++) {
                candidates.add(with(index, new Rule(rule.head(), without(rule.body(), literal), rule.plan())));
            }
        }
        for (int index = 0; index < facts.size(); index++) {
            candidates.add(new Sketch(declarations, without(facts, index), rules));
        }
        return candidates;
    }

    private Sketch with(int index, Rule rule) {
        List<Rule> changed = new ArrayList<>(rules);
        changed.set(index, rule);
        return new Sketch(declarations, facts, changed);
    }

    private static <T> List<T> without(List<T> list, int index) {
        List<T> rest = new ArrayList<>(list);
        rest.remove(index);
        return rest;
    }
}
