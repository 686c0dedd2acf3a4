package io.padlog.extract.parse;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/**
 * What a declarator says about its name (C17 §6.7.6): read from the name outwards, brackets before stars.
 *
 * @param name the name's token in the slice, -1 for an abstract declarator
 * @param pointers how many stars it has in all
 * @param reference whether it is a reference of C++
 * @param array whether it has brackets
 * @param lists how many parameter lists it has
 * @param parameters the list next to the name, when that makes the name a function
 */
record DeclaratorShape(
        int name, int pointers, boolean reference, boolean array, int lists, Optional<CParser.ParametersContext> parameters) {

    /** @param tree a declarator or functionDeclarator */
    static DeclaratorShape of(ParserRuleContext tree, SliceStream slice) {
        int i = tree.start.getTokenIndex();
        int stop = tree.stop == null ? -1 : tree.stop.getTokenIndex();
        int stars = 0;
        boolean reference = false;
        while (i <= stop && isPrefix(slice.type(i))) {
            stars += slice.type(i) == CParser.STAR ? 1 : 0;
            reference |= slice.type(i) != CParser.STAR;
            i++;
        }
        DeclaratorShape inner = new DeclaratorShape(-1, 0, false, false, 0, Optional.empty());
        boolean derived = false;
        if (i <= stop && slice.type(i) == CParser.IDENTIFIER) {
            inner = new DeclaratorShape(i, 0, false, false, 0, Optional.empty());
        } else if (i <= stop && slice.type(i) == CParser.NESTED) {
            inner = of((ParserRuleContext) tree.getChild(0), slice);
            derived = inner.pointers > 0 || inner.reference || inner.array || inner.lists > 0;
            i = skipNested(tree) + 1;
        }
        boolean array = inner.array;
        int lists = inner.lists;
        Optional<CParser.ParametersContext> parameters = inner.parameters;
        if (tree.children != null) {
            for (ParseTree child : tree.children) {
                if (child instanceof CParser.ParametersContext list) {
                    if (!derived && lists == 0 && !array) {
                        parameters = Optional.of(list);
                    }
                    lists++;
                }
            }
        }
        array |= hasBrackets(tree, i, stop, slice);
        return new DeclaratorShape(inner.name, inner.pointers + stars, inner.reference || reference, array, lists, parameters);
    }

    private static boolean isPrefix(int type) {
        return type == CParser.STAR || type == CParser.AMPERSAND || type == CParser.AND_AND;
    }

    private static int skipNested(ParserRuleContext tree) {
        ParserRuleContext nested = (ParserRuleContext) tree.getChild(0);
        return Math.max(nested.stop == null ? 0 : nested.stop.getTokenIndex(), tree.start.getTokenIndex()) + 1;
    }

    /** Whether a bracket stands between the name and the end, outside of parameter lists. */
    private static boolean hasBrackets(ParserRuleContext tree, int from, int stop, SliceStream slice) {
        int i = from;
        int child = 0;
        int children = tree.getChildCount();
        while (i <= stop) {
            if (slice.type(i) == CParser.LEFT_BRACKET) {
                return true;
            }
            while (child < children && ((ParserRuleContext) tree.getChild(child)).start.getTokenIndex() < i) {
                child++;
            }
            boolean list = child < children && ((ParserRuleContext) tree.getChild(child)).start.getTokenIndex() == i;
            i = list ? ((ParserRuleContext) tree.getChild(child)).stop.getTokenIndex() + 1 : i + 1;
        }
        return false;
    }
}
