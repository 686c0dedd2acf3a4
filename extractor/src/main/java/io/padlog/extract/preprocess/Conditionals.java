package io.padlog.extract.preprocess;

import io.padlog.extract.source.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/** The conditional directives of one translation unit: which groups are read, and which lines are passed over. */
final class Conditionals {
    private static final int DEEPEST = 1024;

    private final LocationTable locations;
    private final Reporter reporter;
    private final Evaluator evaluator;
    private final List<Open> open = new ArrayList<>();
    private final OtherArms otherArms;
    private final List<HiddenRegion> hidden = new ArrayList<>();

    /** Works out the condition of an #if, #ifdef… or #elif… directive. */
    interface Evaluator {
        Condition.Result evaluate(OpenFile file, int directive);
    }

    private static final class Open {
        final int location;
        /** Its directives with conditions, and the #else. */
        final List<Integer> directives = new ArrayList<>();
        /** Whether one of its groups was read or is being read. */
        boolean taken;
        /** Whether a condition so far was undecided. */
        boolean undecided;
        boolean elseSeen;

        Open(int location) {
            this.location = location;
        }
    }

    Conditionals(LocationTable locations, Reporter reporter, Evaluator evaluator, OtherArms otherArms) {
        this.locations = locations;
        this.reporter = reporter;
        this.evaluator = evaluator;
        this.otherArms = otherArms;
    }

    int depth() {
        return open.size();
    }

    List<HiddenRegion> hidden() {
        return hidden;
    }

    /** Starts at an #if, #ifdef… and leaves the file at the first line to be read. */
    void begin(OpenFile file, int directive) {
        int location = file.location(file.lexed.directives[directive]);
        Open conditional = new Open(location);
        conditional.directives.add(directive);
        if (open.size() >= DEEPEST) {
            reporter.error(Diagnostic.Kind.TOO_DEEP, location, "conditionals are nested more than " + DEEPEST
                    + " deep; what this one holds is not read");
            conditional.taken = true;
            conditional.elseSeen = true;
        } else if (decide(conditional, file, directive)) {
            open.add(conditional);
            file.at = file.lexed.lineEnd(file.lexed.directives[directive]);
            return;
        }
        open.add(conditional);
        skip(file, conditional, directive);
    }

    /** Goes on at an #elif or #else after a group that was read, or at an #endif. */
    void goOn(OpenFile file, int directive, String name) {
        int hash = file.lexed.directives[directive];
        if (open.size() <= file.conditionals) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(hash), "#" + name + " without #if; it is passed over");
            file.at = file.lexed.lineEnd(hash);
            return;
        }
        Open conditional = open.get(open.size() - 1);
        if (name.equals("endif")) {
            end(file, hash);
            return;
        }
        checkElse(conditional, file, hash, name);
        conditional.elseSeen |= name.equals("else");
        conditional.directives.add(directive);
        skip(file, conditional, directive);
    }

    /** At the end of a file: what it opened must be closed. */
    void closeAll(OpenFile file) {
        while (open.size() > file.conditionals) {
            Open conditional = open.remove(open.size() - 1);
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, conditional.location, "this conditional has no #endif in its file");
        }
    }

    private void end(OpenFile file, int hash) {
        open.remove(open.size() - 1);
        file.at = file.lexed.lineEnd(hash);
    }

    private void checkElse(Open conditional, OpenFile file, int hash, String name) {
        if (conditional.elseSeen && open.size() <= DEEPEST) {
            reporter.warning(Diagnostic.Kind.BAD_DIRECTIVE, file.location(hash), "#" + name + " after #else; it is not read");
        }
    }

    private boolean decide(Open conditional, OpenFile file, int directive) {
        Condition.Result result = evaluator.evaluate(file, directive);
        conditional.taken = result.truth();
        conditional.undecided |= result.undecided();
        return result.truth();
    }

    /** Passes over groups, from the one under the directive, until one is to be read or the conditional ends. */
    private void skip(OpenFile file, Open conditional, int from) {
        LexedFile lexed = file.lexed;
        int start = from;
        for (;;) {
            int stop = groupEnd(lexed, start);
            recordHidden(file, start, stop, conditional);
            if (stop == lexed.directives.length) {
                file.at = lexed.size;
                return;
            }
            int hash = lexed.directives[stop];
            String name = lexed.directiveName(stop);
            file.at = hash;
            if (name.equals("endif")) {
                end(file, hash);
                return;
            }
            checkElse(conditional, file, hash, name);
            conditional.directives.add(stop);
            boolean read;
            if (conditional.taken || conditional.elseSeen) {
                read = false;
            } else if (name.equals("else")) {
                read = true;
                conditional.taken = true;
            } else {
                read = decide(conditional, file, stop);
            }
            conditional.elseSeen |= name.equals("else");
            if (read) {
                file.at = lexed.lineEnd(hash);
                return;
            }
            start = stop;
        }
    }

    /** The number of the #elif, #else or #endif that ends the group under a directive; that of directives if none does. */
    private static int groupEnd(LexedFile lexed, int start) {
        int depth = 0;
        for (int i = start + 1; i < lexed.directives.length; i++) {
            switch (lexed.directiveName(i)) {
                case "if": case "ifdef": case "ifndef":
                    depth++;
                    break;
                case "endif":
                    if (depth-- == 0) {
                        return i;
                    }
                    break;
                case "else": case "elif": case "elifdef": case "elifndef":
                    if (depth == 0) {
                        return i;
                    }
                    break;
                default:
            }
        }
        return lexed.directives.length;
    }

    private void recordHidden(OpenFile file, int start, int stop, Open conditional) {
        LexedFile lexed = file.lexed;
        SourceText source = lexed.source;
        int hash = lexed.directives[start];
        int lineEnd = lexed.lineEnd(hash);
        int stopToken = stop == lexed.directives.length ? lexed.size : lexed.directives[stop];
        if (lineEnd >= stopToken) {
            return;
        }
        int lastLine = stopToken == lexed.size
                ? source.line(lexed.begins[lexed.size - 1]) : source.line(lexed.begins[stopToken]) - 1;
        int lines = lastLine - source.line(lexed.ends[lineEnd - 1]);
        String text = source.folded(lexed.begins[hash], lexed.ends[lineEnd - 1], 200);
        List<String> macros = OtherArms.names(lexed, conditional.directives).stream().map(name -> name.text).toList();
        // Headers are read for their declarations; a further reading is for what the source itself has.
        boolean again = file.main && !macros.isEmpty()
                && otherArms.isWorthwhile(lexed, start, stopToken, conditional.undecided);
        List<MacroSetting> remedy = again ? otherArms.remedy(file, conditional.directives) : List.of();
        hidden.add(new HiddenRegion(locations.position(file.location(hash)), text, lines, conditional.undecided, macros,
                remedy));
    }
}
