package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Program;
import java.util.ArrayList;
import java.util.List;

/** Reads programs. */
public final class Parser {
    private Parser() {}

    /**
     * Reads a program and all that it includes; a file that is included again is not read again.
     *
     * @return the program, and what is wrong with its form; an item that cannot be read is left out
     */
    public static Parsed parse(ProgramSource source) {
        List<Problem> problems = new ArrayList<>();
        Tokens tokens = new Tokens();
        List<Source> sources = new Loader(source.includes(), tokens, problems).load(source);
        List<Item> items = new ArrayList<>();
        new ItemParser(new Cursor(tokens, problems)).program(items);
        problems.sort(Problem.BY_PLACE);
        return new Parsed(new Program(items), sources, problems);
    }
}
