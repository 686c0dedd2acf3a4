package io.padlog.run.engine.embedded;

import io.padlog.extract.cache.RecordCodec;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Goal;
import io.padlog.run.datalog.program.Relation;
import io.padlog.run.datalog.program.Rule;
import io.padlog.run.datalog.program.Term;
import io.padlog.run.datalog.program.Type;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Range;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program that was parsed, checked and rewritten for what it outputs while padlog was built, so that a check of one file
 * does not pay for it.
 *
 * @param text of the program, which includes padlog's own files
 * @param roots the relations that it was rewritten for
 */
record BuiltProgram(String text, CheckedProgram program, Set<String> roots, CheckedProgram rewritten) {
    private static final String RESOURCE = "built.program";

    static BuiltProgram of(ProgramSource source) {
        CheckedProgram program = EmbeddedEngine.checked(source);
        Set<String> roots = EmbeddedEngine.roots(EmbeddedEngine.outputs(program), program);
        return new BuiltProgram(source.text(), program, roots, MagicSets.rewrite(program, roots));
    }

    /** What was made of a program while padlog was built; empty if it is another one, or its files are not those. */
    static Optional<BuiltProgram> find(ProgramSource source) {
        if (!source.includes().areAsBuilt() || !source.macros().isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = BuiltProgram.class.getResourceAsStream(RESOURCE)) {
            return in == null ? Optional.empty() : read(in).filter(built -> built.text().equals(source.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) throws IOException {
        Path file = folder.resolve(BuiltProgram.class.getPackageName().replace('.', '/')).resolve(RESOURCE);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            codec().write(this, out);
        }
    }

    static Optional<BuiltProgram> read(InputStream in) throws IOException {
        return Optional.of(codec().read(BuiltProgram.class, new DataInputStream(new BufferedInputStream(in, 1 << 16))));
    }

    /** The two programs are mostly one, and most of their terms are the same few. */
    private static RecordCodec codec() {
        Set<Class<?>> shared = new HashSet<>(List.of(Range.class, Rule.class, Relation.class, Relation.Attribute.class,
                Type.class, Item.Directive.class));
        shared.addAll(List.of(Term.class.getPermittedSubclasses()));
        shared.addAll(List.of(Goal.class.getPermittedSubclasses()));
        return new RecordCodec(Map.of(), shared);
    }
}
