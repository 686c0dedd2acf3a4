package io.padlog.extract;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.facts.ReadSource;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a further reading is worth telling. Functions that read as before are told once; only where one that changed may
 * act on a resource do all the others of the unit matter, since they may call it.
 */
final class ChangedFunctions {
    private final Set<String> resources;

    /** A function where it was read. */
    private record Located(TranslationUnit unit, ControlFlowGraph graph) {}

    /** @param resources the platform's functions that act on a resource */
    ChangedFunctions(Set<String> resources) {
        this.resources = resources;
    }

    /**
     * @param first each source as it was read first
     * @param again each source now; one that was not read again is the same object
     * @return the sources with what is to be told of them; empty if nothing has changed
     */
    List<SourceReading.Read> of(List<SourceReading.Read> first, List<SourceReading.Read> again) {
        List<SourceReading.Read> told = new ArrayList<>();
        List<Located> changed = new ArrayList<>();
        for (int source = 0; source < first.size(); source++) {
            SourceReading.Read before = first.get(source);
            SourceReading.Read after = again.get(source);
            if (before != after) {
                List<String> textsBefore = texts(before);
                List<String> textsAfter = texts(after);
                List<Located> added = difference(after, textsAfter, textsBefore);
                changed.addAll(added);
                changed.addAll(difference(before, textsBefore, textsAfter));
                if (!added.isEmpty()) {
                    told.add(new SourceReading.Read(after.source(), added.stream().map(Located::graph).toList(),
                            after.diagnostics(), after.hidden()));
                }
            }
        }
        return !told.isEmpty() && reachResources(changed, first, again) ? again : told;
    }

    /** The functions of one reading that the other has not, or has otherwise.
     *  @param texts of the one's functions, in their order */
    private static List<Located> difference(SourceReading.Read one, List<String> texts, List<String> others) {
        Set<String> known = new HashSet<>(others);
        List<Located> found = new ArrayList<>();
        for (int function = 0; function < texts.size(); function++) {
            if (!known.contains(texts.get(function))) {
                found.add(new Located(one.source().translationUnit(), one.graphs().get(function)));
            }
        }
        return found;
    }

    private static List<String> texts(SourceReading.Read read) {
        return read.graphs().stream().map(graph -> text(read.source(), graph)).toList();
    }

    private static String text(ReadSource source, ControlFlowGraph graph) {
        TokenBuffer tokens = source.translationUnit().tokens();
        StringBuilder text = new StringBuilder();
        for (int token = graph.function().span().first(); token <= graph.function().span().last(); token++) {
            text.append(tokens.text(token)).append(' ');
        }
        return text.toString();
    }

    /** Whether functions name a resource's function, or a function of the unit that does, or so on. */
    private boolean reachResources(
            List<Located> functions, List<SourceReading.Read> first, List<SourceReading.Read> again) {
        Map<String, List<Located>> byName = new HashMap<>();
        index(first, byName);
        index(again, byName);
        Deque<Located> left = new ArrayDeque<>(functions);
        while (!left.isEmpty()) {
            Located function = left.remove();
            TokenBuffer tokens = function.unit().tokens();
            Span body = function.graph().function().body().span();
            for (int token = body.first(); token <= body.last(); token++) {
                String name = tokens.text(token);
                if (resources.contains(name)) {
                    return true;
                }
                // Removed, so that each name is followed once.
                List<Located> named = byName.remove(name);
                if (named != null) {
                    left.addAll(named);
                }
            }
        }
        return false;
    }

    private static void index(List<SourceReading.Read> sources, Map<String, List<Located>> byName) {
        for (SourceReading.Read source : sources) {
            for (ControlFlowGraph graph : source.graphs()) {
                byName.computeIfAbsent(graph.function().identifier(), name -> new ArrayList<>(1))
                        .add(new Located(source.source().translationUnit(), graph));
            }
        }
    }
}
