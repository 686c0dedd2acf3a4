package io.padlog.extract.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/**
 * One token decides everywhere, so that the parser is as fast as a hand-written one; the one exception is the dangling
 * else, which C's grammar has by itself.
 */
class GrammarTest {
    @Test
    void oneTokenDecides() {
        List<String> ambiguous = new ArrayList<>();
        ATN atn = CParser._ATN;
        for (DecisionState decision : atn.decisionToState) {
            IntervalSet[] alternatives = new LL1Analyzer(atn).getDecisionLookahead(decision);
            IntervalSet seen = new IntervalSet();
            for (IntervalSet alternative : alternatives) {
                if (alternative == null || !seen.and(alternative).isNil()) {
                    ambiguous.add(CParser.ruleNames[decision.ruleIndex]);
                    break;
                }
                seen.addAll(alternative);
            }
        }
        // Its "else if" and its "else".
        assertThat(ambiguous).containsExactly("ifStatement", "ifStatement");
    }
}
