package io.padlog.run.catalog;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A question that padlog knows how to ask, {@code ask/<name>.dl}, as its file's header describes it.
 *
 * @param title one line
 * @param parameters what it wants to be told, in order
 * @param example a command line
 * @param file what to include to ask it
 */
public record NamedQuery(String name, String title, List<Parameter> parameters, String example, String file) {
    private static final String FOLDER = "ask";
    private static final String ENDING = ".dl";
    private static final String TITLE = "// title:";
    private static final String PARAMETER = "// parameter:";
    private static final String EXAMPLE = "// example:";

    public NamedQuery {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        parameters = List.copyOf(parameters);
        Objects.requireNonNull(example);
        Objects.requireNonNull(file);
    }

    /** Something that the user gives. */
    public record Parameter(String name, String doc) {}

    /** All that there are, by name. A file without a title is a part of others. */
    public static List<NamedQuery> all(QueryResources resources) {
        List<NamedQuery> all = new ArrayList<>();
        for (String name : resources.names(FOLDER, ENDING)) {
            String text = resources.existing(name);
            if (text.startsWith(TITLE)) {
                all.add(parse(name, text));
            }
        }
        return all;
    }

    /**
     * The query of this name; blanks and hyphens may stand for its underscores.
     *
     * @throws PadlogException if there is none
     */
    public static NamedQuery existing(String name, QueryResources resources) {
        List<NamedQuery> all = all(resources);
        String wanted = name.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return all.stream().filter(query -> query.name.equals(wanted)).findFirst().orElseThrow(() -> {
            if (name.contains("(")) {
                return new PadlogException(ExitStatus.USAGE, "a question in Datalog comes after -e: padlog query -e '" + name + "' ...");
            }
            String hint = NearMiss.of(wanted, all.stream().map(NamedQuery::name).toList())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("'padlog query --list' lists them; a program's name ends with .dl");
            return new PadlogException(ExitStatus.USAGE, "unknown query '" + name + "'; " + hint);
        });
    }

    private static NamedQuery parse(String name, String text) {
        String title = "";
        String example = "";
        List<Parameter> parameters = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.startsWith(TITLE)) {
                title = line.substring(TITLE.length()).strip();
            } else if (line.startsWith(PARAMETER)) {
                String[] parts = line.substring(PARAMETER.length()).split("=", 2);
                parameters.add(new Parameter(parts[0].strip(), parts[1].strip()));
            } else if (line.startsWith(EXAMPLE)) {
                example = line.substring(EXAMPLE.length()).strip();
            }
        }
        String own = name.substring(FOLDER.length() + 1, name.length() - ENDING.length());
        return new NamedQuery(own, title, parameters, example, QueryIncludes.OWN + name);
    }

    /**
     * The program that asks it.
     *
     * @param values for the parameters, in their order
     * @throws PadlogException if there are too few or too many, or one that no name can be
     */
    public String program(List<String> values) {
        if (values.size() != parameters.size()) {
            List<String> wanted = parameters.stream().map(parameter -> parameter.name + " (" + parameter.doc + ")").toList();
            throw new PadlogException(ExitStatus.USAGE, name + ": wants "
                    + (wanted.isEmpty() ? "nothing" : String.join(", ", wanted)) + " after '--'; for example: " + example);
        }
        StringBuilder program = new StringBuilder(".include \"" + file + "\"\n");
        for (int index = 0; index < values.size(); index++) {
            String value = values.get(index);
            if (value.chars().anyMatch(c -> c == '"' || c == '\\' || c < ' ')) {
                throw new PadlogException(ExitStatus.USAGE, name + ": no " + parameters.get(index).name + " can be " + value);
            }
            program.append("given(\"").append(parameters.get(index).name).append("\", \"").append(value).append("\").\n");
        }
        return program.toString();
    }
}
