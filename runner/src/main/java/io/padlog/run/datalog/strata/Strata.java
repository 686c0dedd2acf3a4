package io.padlog.run.datalog.strata;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.program.Stratum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Relations in groups that depend on each other, each group after those that it depends on: the strongly connected
 * components of the dependency graph, by Tarjan's algorithm without recursion.
 */
public final class Strata {
    private final List<String> names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> successors = new ArrayList<>();
    private final int[] component;
    private final List<List<Integer>> components = new ArrayList<>();
    private final Set<Integer> readsItself = new HashSet<>();

    /**
     * @param relations in order of declaration
     * @param dependencies of relations that are not among these are ignored
     */
    public Strata(Collection<String> relations, Collection<Dependency> dependencies) {
        names = List.copyOf(relations);
        for (String name : names) {
            numbers.put(name, numbers.size());
            successors.add(new ArrayList<>());
        }
        Set<Long> seen = new HashSet<>();
        for (Dependency dependency : dependencies) {
            Integer reader = numbers.get(dependency.reader());
            Integer read = numbers.get(dependency.read());
            if (reader != null && read != null && seen.add((long) reader << 32 | read)) {
                successors.get(reader).add(read);
                if (reader.equals(read)) {
                    readsItself.add(reader);
                }
            }
        }
        component = new int[names.size()];
        Arrays.fill(component, -1);
        findComponents();
    }

    /** In an order in which they can be computed; among several the one that follows the declarations. */
    public List<Stratum> strata() {
        List<Stratum> strata = new ArrayList<>();
        for (List<Integer> members : components) {
            List<String> relations = members.stream().sorted().map(names::get).toList();
            strata.add(new Stratum(relations, isRecursive(members)));
        }
        return strata;
    }

    /** Whether the two depend on each other, or are one that depends on itself. */
    public boolean isRecursive(String reader, String read) {
        Integer left = numbers.get(reader);
        Integer right = numbers.get(read);
        return left != null && right != null && component[left] == component[right]
                && isRecursive(components.get(component[left]));
    }

    private boolean isRecursive(List<Integer> members) {
        return members.size() > 1 || readsItself.contains(members.get(0));
    }

    /** An error for each relation whose negation or aggregation depends on the reader; the message shows the cycle. */
    public List<Problem> cyclesThroughNegation(Collection<Dependency> dependencies) {
        List<Problem> problems = new ArrayList<>();
        Set<Integer> told = new HashSet<>();
        for (Dependency dependency : dependencies) {
            if (dependency.way() == Dependency.Way.POSITIVE || !isRecursive(dependency.reader(), dependency.read())) {
                continue;
            }
            if (told.add(component[numbers.get(dependency.reader())])) {
                String through = dependency.way() == Dependency.Way.NEGATION ? "negation" : "aggregation";
                problems.add(Problem.error(dependency.range(), "cannot stratify: '" + dependency.reader()
                        + "' depends on its own " + through + ": " + cycle(dependency)));
            }
        }
        return problems;
    }

    private String cycle(Dependency dependency) {
        String mark = dependency.way() == Dependency.Way.NEGATION ? "!" : "aggregate over ";
        StringBuilder text = new StringBuilder(dependency.reader() + " -> " + mark + dependency.read());
        for (int step : path(numbers.get(dependency.read()), numbers.get(dependency.reader()))) {
            text.append(" -> ").append(names.get(step));
        }
        return text.toString();
    }

    /** The shortest way inside a component, without its beginning. */
    private List<Integer> path(int from, int to) {
        Map<Integer, Integer> before = new HashMap<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(from));
        before.put(from, from);
        while (!before.containsKey(to) && !queue.isEmpty()) {
            int at = queue.poll();
            for (int next : successors.get(at)) {
                if (component[next] == component[to] && before.putIfAbsent(next, at) == null) {
                    queue.add(next);
                }
            }
        }
        Deque<Integer> path = new ArrayDeque<>();
        for (int at = to; at != from; at = before.get(at)) {
            path.addFirst(at);
        }
        return List.copyOf(path);
    }

    private void findComponents() {
        int count = names.size();
        int[] index = new int[count];
        int[] low = new int[count];
        int[] nextEdge = new int[count];
        Arrays.fill(index, -1);
        Deque<Integer> open = new ArrayDeque<>();
        Deque<Integer> calls = new ArrayDeque<>();
        int counter = 0;
        for (int root = 0; root < count; root++) {
            if (index[root] < 0) {
                calls.push(root);
            }
            while (!calls.isEmpty()) {
                int at = calls.peek();
                if (index[at] < 0) {
                    index[at] = counter;
                    low[at] = counter;
                    counter++;
                    open.push(at);
                }
                if (nextEdge[at] < successors.get(at).size()) {
                    int next = successors.get(at).get(nextEdge[at]++);
                    if (index[next] < 0) {
                        calls.push(next);
                    } else if (component[next] < 0) {
                        low[at] = Math.min(low[at], index[next]);
                    }
                    continue;
                }
                calls.pop();
                if (!calls.isEmpty()) {
                    low[calls.peek()] = Math.min(low[calls.peek()], low[at]);
                }
                if (low[at] == index[at]) {
                    close(at, open);
                }
            }
        }
    }

    private void close(int root, Deque<Integer> open) {
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = open.pop();
            component[member] = components.size();
            members.add(member);
        } while (member != root);
        components.add(members);
    }
}
