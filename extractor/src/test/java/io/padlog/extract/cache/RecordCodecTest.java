package io.padlog.extract.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    private static final RecordCodec CODEC = new RecordCodec(Map.of(Thread.State.class, Thread.State.NEW));

    private enum Colour { RED, GREEN }

    private record Leaf(String text, Colour colour, long number) {}

    private record Tree(
            Path path, int count, boolean ripe, Optional<String> name, Optional<String> none, List<Leaf> leaves,
            Set<String> words, Map<String, Integer> numbers, Thread.State state) {}

    private sealed interface Shape {}

    private record Point(int x) implements Shape {}

    private record Line(Point from, Point to) implements Shape {}

    private record Drawing(List<Shape> shapes) {}

    private record Unwritable(Object anything) {}

    private static final Tree TREE = new Tree(Path.of("a/b.c"), -7, true, Optional.of("héllo"), Optional.empty(),
            List.of(new Leaf("x", Colour.GREEN, Long.MIN_VALUE), new Leaf("", Colour.RED, 1)), Set.of("x"),
            Map.of("x", 3), Thread.State.NEW);

    private static byte[] written() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CODEC.write(TREE, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static Tree read(byte[] bytes) throws IOException {
        return CODEC.read(Tree.class, new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    @Test
    void readsWhatWasWritten() throws IOException {
        assertThat(read(written())).isEqualTo(TREE);
    }

    @Test
    void membersOfAFamilyAreToldApartAndEqualSharedRecordsAreOne() throws IOException {
        RecordCodec codec = new RecordCodec(Map.of(), Set.of(Point.class));
        Drawing drawing = new Drawing(List.of(new Point(1), new Line(new Point(1), new Point(2)), new Point(2)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(drawing, new DataOutputStream(bytes));
        Drawing read = codec.read(Drawing.class, new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(read).isEqualTo(drawing);
        assertThat(((Line) read.shapes().get(1)).from()).isSameAs(read.shapes().get(0));
    }

    @Test
    void damagedBytesAreAnotherValueOrAnError() throws IOException {
        byte[] bytes = written();
        for (int at = 0; at < bytes.length; at++) {
            for (byte other : new byte[] {0, 1, 127, -1}) {
                byte[] damaged = bytes.clone();
                damaged[at] = other;
                try {
                    assertThat(read(damaged)).isInstanceOf(Tree.class);
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            }
        }
        byte[] cut = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, cut, 0, cut.length);
        assertThatThrownBy(() -> read(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void aTypeThatIsNoValueIsRefused() {
        assertThatThrownBy(() -> CODEC.write(new Unwritable("x"), new DataOutputStream(new ByteArrayOutputStream())))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("Object");
    }
}
