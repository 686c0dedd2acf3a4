package io.padlog.run.engine.souffle;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.check.Outline;
import io.padlog.run.datalog.print.Printed;
import io.padlog.run.datalog.print.Printer;
import io.padlog.run.datalog.program.Relation.Attribute;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Program;
import io.padlog.run.datalog.syntax.Range;
import io.padlog.run.engine.EngineRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Soufflé is given. The program is printed from its syntax, one literal a line: includes and macros need no help from
 * Soufflé then, its own directives for files can be replaced by ours, and each line it complains of has one place in the
 * user's files.
 *
 * @param inputs what it reads
 * @param outputs what it writes
 */
record Task(Printed printed, List<Exchange> inputs, List<Exchange> outputs) {
    private static final Item.Parameter QUOTES = new Item.Parameter("rfc4180", "true");
    private static final Item.Parameter MARKS = new Item.Parameter("delimiter", String.valueOf(FactFiles.SEPARATOR));
    private static final Item.Parameter TABS = new Item.Parameter("IO", "file");

    /** A relation that travels in a file. */
    record Exchange(String relation, String file, List<Attribute> columns) {
        /** Where its rows lie already as Soufflé reads them; empty if they are in memory. */
        Optional<Path> file(EngineRequest request) {
            return request.factFolder()
                    .filter(folder -> !request.facts().tables().containsKey(relation))
                    .map(folder -> folder.resolve(relation + ".facts"))
                    .filter(Files::isRegularFile);
        }
    }

    static Task of(Program program, EngineRequest request) {
        Outline outline = Outline.of(program);
        Set<String> read = new LinkedHashSet<>();
        Set<String> written = new LinkedHashSet<>();
        for (Item.Directive directive : outline.directives()) {
            if (directive.verb() == Item.Verb.INPUT) {
                read.add(directive.relation());
            } else if (directive.verb() == Item.Verb.OUTPUT && request.wanted().isEmpty()) {
                written.add(directive.relation());
            }
        }
        written.addAll(request.wanted());
        for (String wanted : request.wanted()) {
            if (!outline.relations().containsKey(wanted)) {
                throw new PadlogException(ExitStatus.USAGE, request.program().name() + ": unknown relation '" + wanted + "'");
            }
        }
        List<Item> items = new ArrayList<>(withoutFiles(program.items()));
        Range end = items.isEmpty() ? new Range(request.program().name(), 1, 1, 1, 1) : items.get(items.size() - 1).range();
        List<Exchange> inputs = exchanges(outline, read, ".facts");
        List<Exchange> outputs = exchanges(outline, written, ".csv");
        inputs.forEach(input -> items.add(directive(end, Item.Verb.INPUT, input,
                input.file(request).isPresent() ? TABS : QUOTES)));
        outputs.forEach(output -> items.add(directive(end, Item.Verb.OUTPUT, output,
                FactFiles.isStructured(output.columns()) ? MARKS : QUOTES)));
        return new Task(Printer.print(items), inputs, outputs);
    }

    /** In order of declaration. The number keeps names apart that differ only in case, which Windows takes for equal. */
    private static List<Exchange> exchanges(Outline outline, Set<String> relations, String suffix) {
        List<Exchange> exchanges = new ArrayList<>();
        int number = 0;
        for (String relation : outline.relations().keySet()) {
            number++;
            if (relations.contains(relation)) {
                exchanges.add(new Exchange(relation, number + "_" + relation + suffix, outline.relations().get(relation)));
            }
        }
        return exchanges;
    }

    private static Item directive(Range range, Item.Verb verb, Exchange exchange, Item.Parameter form) {
        return new Item.Directive(
                range, verb, exchange.relation(), List.of(new Item.Parameter("filename", exchange.file()), form));
    }

    private static List<Item> withoutFiles(List<Item> items) {
        List<Item> kept = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Component component) {
                kept.add(new Item.Component(
                        component.range(), component.type(), component.bases(), withoutFiles(component.items())));
            } else if (!(item instanceof Item.Directive directive)
                    || directive.verb() == Item.Verb.PRINTSIZE || directive.verb() == Item.Verb.LIMITSIZE) {
                kept.add(item);
            }
        }
        return kept;
    }
}
