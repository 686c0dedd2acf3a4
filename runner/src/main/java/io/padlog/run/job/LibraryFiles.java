package io.padlog.run.job;

import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.parse.Source;
import io.padlog.run.datalog.syntax.Item;
import java.nio.file.FileSystems;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of the schema, the API tables and the library by what they define, so that a query need be checked with those
 * only that it uses: the whole takes longer to check than most questions to answer.
 */
final class LibraryFiles {
    private static final String SCHEMA = QueryIncludes.OWN + "schema.dl";
    /** A string or comment, which has no names, or a name. */
    private static final Pattern WORD =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|//[^\n]*|/\\*(?s:.*?)\\*/|([A-Za-z_]\\w*)");

    private final List<String> files;
    /** For each name the files that declare it or have clauses for it. */
    private final Map<String, Set<String>> definers = new HashMap<>();
    private final Map<String, Set<String>> names = new LinkedHashMap<>();

    LibraryFiles(QueryResources resources) {
        List<String> all = new ArrayList<>(List.of(SCHEMA));
        resources.names("api", ".dl").forEach(name -> all.add(QueryIncludes.OWN + name));
        resources.names("lib", ".dl").forEach(name -> all.add(QueryIncludes.OWN + name));
        this.files = List.copyOf(all);
        QueryIncludes includes = new QueryIncludes(resources, FileSystems.getDefault());
        Parsed parsed = Parser.parse(new ProgramSource(QueryIncludes.OWN + "library", including(all), includes));
        for (Source source : parsed.sources()) {
            names.put(source.name(), names(source.text()));
        }
        for (Item item : parsed.program().items()) {
            for (String name : defined(item)) {
                definers.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(item.range().file());
            }
        }
    }

    /** Includes of all files. */
    String all() {
        return including(files);
    }

    /** Includes of the schema, and of the files that a text with the names in it needs. */
    String neededBy(String text) {
        Set<String> needed = new LinkedHashSet<>(Set.of(SCHEMA));
        Deque<Set<String>> open = new ArrayDeque<>(List.of(names(text)));
        while (!open.isEmpty()) {
            for (String name : open.pop()) {
                for (String file : definers.getOrDefault(name, Set.of())) {
                    if (needed.add(file)) {
                        open.push(names.get(file));
                    }
                }
            }
        }
        return including(files.stream().filter(needed::contains).toList());
    }

    private static String including(List<String> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(".include \"").append(file).append("\"\n"));
        return text.toString();
    }

    private static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (words.group(1) != null) {
                names.add(words.group(1));
            }
        }
        return names;
    }

    private static List<String> defined(Item item) {
        if (item instanceof Item.RelationDeclaration relation) {
            return List.of(relation.name());
        } else if (item instanceof Item.TypeDeclaration type) {
            return List.of(type.name());
        } else if (item instanceof Item.Component component) {
            return List.of(component.type().name());
        } else if (item instanceof Item.Instantiation instance) {
            return List.of(instance.name());
        } else if (item instanceof Item.Clause clause) {
            // What is in front of a dot is a component's instance, whose clauses may be anywhere.
            return clause.heads().stream().map(head -> head.relation().split("\\.")[0]).toList();
        }
        return List.of();
    }
}
