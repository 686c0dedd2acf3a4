package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import java.util.Objects;

/**
 * Text that is no token and yet means something: a comment that begins with "padlog-", or a pragma.
 *
 * @param position of the comment, of the #, or of the _Pragma
 * @param text the comment without its marks; the pragma without "#pragma" and the parentheses
 */
public record Remark(Position position, String text) {
    public Remark {
        Objects.requireNonNull(position);
        Objects.requireNonNull(text);
    }
}
