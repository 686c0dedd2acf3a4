package io.padlog.extract.parse;

import io.padlog.extract.source.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.RecognitionException;

/** What could not be read, with place and reason; told in any order, listed in the order of the source. */
final class Losses {
    static final String TOO_DEEP = "nested more than " + Frames.LIMIT + " deep";

    private record Loss(int token, Diagnostic diagnostic) {}

    private final UnitTokens tokens;
    private final List<Loss> losses = new ArrayList<>();

    Losses(UnitTokens tokens) {
        this.tokens = tokens;
    }

    /** @param token the unit's token at which the loss begins */
    void add(Diagnostic.Kind kind, int token, String message) {
        int raw = tokens.first[token];
        losses.add(new Loss(raw, new Diagnostic(
            Diagnostic.Severity.ERROR, kind, tokens.buffer.expanded(raw), message)));
    }

    List<Diagnostic> inOrder() {
        losses.sort(Comparator.comparingInt(Loss::token));
        List<Diagnostic> diagnostics = new ArrayList<>(losses.size());
        for (Loss loss : losses) {
            diagnostics.add(loss.diagnostic);
        }
        return diagnostics;
    }

    /** "unexpected 'x' after 'y'" */
    static String reason(RecognitionException error, SliceStream slice) {
        int offending = error.getOffendingToken().getTokenIndex();
        String what = slice.type(offending) == CParser.EOF ? "unexpected end" : "unexpected '" + slice.text(offending) + "'";
        return offending == 0 ? what : what + " after '" + slice.text(offending - 1) + "'";
    }
}
