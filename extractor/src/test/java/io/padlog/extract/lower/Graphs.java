package io.padlog.extract.lower;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.cfg.Edge;
import io.padlog.extract.cfg.Node;
import io.padlog.extract.parse.Parser;
import io.padlog.extract.preprocess.Platform;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.resolve.Linker;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.symbol.LinkedUnit;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.TranslationUnit;
import io.padlog.extract.token.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The graphs of C text, checked for what holds for every graph. */
public final class Graphs {
    static final Set<String> NORETURN = Set.of("panic", "throw_up");
    static final Set<String> RAISING = Set.of("probe", "throw_up");

    private Graphs() {}

    /** The graph of the last function. */
    public static ControlFlowGraph of(String source) {
        List<ControlFlowGraph> graphs = allOf(source);
        return graphs.get(graphs.size() - 1);
    }

    public static List<ControlFlowGraph> allOf(String source) {
        return allOf(parse(source));
    }

    /** C text as a unit of one file. */
    public static LinkedUnit linked(String source) {
        TranslationUnit unit = parse(source);
        return Linker.link(List.of(new Linker.Source(unit, allOf(unit))));
    }

    /** The graphs of the functions of C++ text. */
    static List<ControlFlowGraph> ofCpp(String source) {
        return allOf(parse(source, "main.cpp"));
    }

    private static List<ControlFlowGraph> allOf(TranslationUnit unit) {
        FileScope scope = FileScope.of(unit.file().language(), unit.declarations(), NORETURN, RAISING);
        Lowering lowering = new Lowering(scope, unit.tokens());
        List<ControlFlowGraph> graphs = new ArrayList<>();
        for (Declaration declaration : unit.declarations()) {
            if (declaration instanceof Declaration.Function function) {
                lowering.lower(function).forEach(graph -> graphs.add(checked(graph)));
            }
        }
        return graphs;
    }

    static TranslationUnit parse(String source) {
        return parse(source, "main.c");
    }

    private static TranslationUnit parse(String source, String name) {
        Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/tree");
        SourceFile file = new SourceFile(root.resolve(name), name);
        try {
            Files.createDirectory(root);
            Files.writeString(file.path(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Unit unit = new Unit("unit", "folder", List.of(file), List.of(), Map.of());
        Preprocessor preprocessor = new Preprocessor(root, List.of(root), Map.of(), List.of(), Set.of());
        TokenBuffer tokens = preprocessor.session(unit, Platform.WINDOWS).preprocess(file).tokens();
        return new Parser().parse(file, tokens);
    }

    private static ControlFlowGraph checked(ControlFlowGraph graph) {
        List<Node> nodes = graph.nodes();
        assertThat(nodes.get(0)).isInstanceOf(Node.Entry.class);
        assertThat(nodes.get(graph.exit())).isInstanceOf(Node.Exit.class);
        boolean[] reached = new boolean[nodes.size()];
        reached[0] = true;
        reached[graph.exit()] = true;
        Edge last = new Edge(0, 0, Edge.Kind.ALWAYS);
        for (Edge edge : graph.edges()) {
            assertThat(edge.from()).isBetween(last.from(), graph.exit() - 1);
            assertThat(edge.to()).isBetween(1, graph.exit());
            if (edge.from() == last.from()) {
                assertThat(edge.kind()).isGreaterThanOrEqualTo(last.kind());
            }
            boolean asks = nodes.get(edge.from()) instanceof Node.Branch;
            assertThat(edge.kind() == Edge.Kind.TRUE || edge.kind() == Edge.Kind.FALSE).isEqualTo(asks);
            assertThat(edge.to() == graph.exit()).isEqualTo(nodes.get(edge.from()) instanceof Node.Return);
            reached[edge.to()] = true;
            last = edge;
        }
        assertThat(reached).doesNotContain(false);
        assertThat(graph.complete()).isEqualTo(nodes.stream().noneMatch(Node.Opaque.class::isInstance));
        return graph;
    }
}
