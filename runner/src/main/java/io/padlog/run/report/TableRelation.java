package io.padlog.run.report;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;

/** A relation for people: aligned columns, numbers to the right, the number of rows at the end. */
public final class TableRelation implements RelationWriter {
    private static final String GAP = "  ";

    @Override
    public void write(EngineResult.Relation relation, Symbols symbols, Appendable out) throws IOException {
        Cells cells = new Cells(relation, symbols);
        int rows = relation.rows().rows();
        int[] widths = widths(relation, cells);
        if (widths.length > 0) {
            StringBuilder rule = new StringBuilder();
            StringBuilder head = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                head.append(cell(relation.columns().get(column).name(), widths[column], cells.isText(column)));
                head.append(GAP);
                rule.append("-".repeat(widths[column])).append(GAP);
            }
            out.append(head.toString().stripTrailing()).append('\n');
            out.append(rule.toString().stripTrailing()).append('\n');
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < widths.length; column++) {
                    line.append(cell(oneLine(cells.text(row, column)), widths[column], cells.isText(column)));
                    line.append(GAP);
                }
                out.append(line.toString().stripTrailing()).append('\n');
            }
        }
        out.append("(" + rows + (rows == 1 ? " row" : " rows") + ")\n");
    }

    private static int[] widths(EngineResult.Relation relation, Cells cells) {
        int[] widths = new int[relation.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = length(relation.columns().get(column).name());
            for (int row = 0; row < relation.rows().rows(); row++) {
                widths[column] = Math.max(widths[column], length(oneLine(cells.text(row, column))));
            }
        }
        return widths;
    }

    private static String cell(String text, int width, boolean left) {
        String blanks = " ".repeat(width - length(text));
        return left ? text + blanks : blanks + text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String oneLine(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isISOControl(text.charAt(index))) {
                return text.codePoints()
                        .map(c -> Character.isISOControl(c) ? ' ' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
