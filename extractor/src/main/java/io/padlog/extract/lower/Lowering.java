package io.padlog.extract.lower;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds the control-flow graphs of a translation unit's functions. What is exact: short circuit (C17 §6.5.13–15),
 * {@code switch} with fall-through and cases anywhere inside it, {@code goto}, constant conditions, and structured
 * exception handling, where a {@code __finally} block is copied for each way out of its {@code __try}.
 *
 * <p>What is assumed: operands and arguments are evaluated from the left. The body of a {@code __try} with
 * {@code __except} may raise an exception at its start (any access to memory may, and that is the state that differs
 * most from the one at its end) and in each call to a function that the file scope calls raising. An exception that
 * nothing in the function handles runs its {@code __finally} blocks, and then the path ends.
 */
public final class Lowering {
    private final FileScope file;
    private final TokenBuffer tokens;

    /** @param tokens those of the translation unit, for the text of what is not followed */
    public Lowering(FileScope file, TokenBuffer tokens) {
        this.file = Objects.requireNonNull(file);
        this.tokens = Objects.requireNonNull(tokens);
    }

    /**
     * Builds the graph of one function, whose nesting the parser has bounded, and behind it those of the lambda
     * expressions in it. Opaque statements are allowed.
     */
    public List<ControlFlowGraph> lower(Declaration.Function function) {
        List<ControlFlowGraph> graphs = new ArrayList<>(1);
        lower(function, new Names(file, function), graphs);
        return graphs;
    }

    private void lower(Declaration.Function function, Names names, List<ControlFlowGraph> graphs) {
        GraphBuilder graph = new GraphBuilder(function.name());
        Labels labels = new Labels(function.body());
        Lambdas lambdas = new Lambdas(function.identifier(), names, tokens);
        StatementLowering statements = new StatementLowering(file, tokens, graph, names, labels, lambdas);
        int last = function.body().span().last();
        statements.function(function.body(), new Span(last, last));
        graphs.add(graph.finish(function, new Span(last, last), names.locals()));
        for (Lambdas.Lifted lifted : lambdas.lifted()) {
            lower(lifted.function(), new Names(file, lifted.function(), lifted.owner()), graphs);
        }
    }
}
