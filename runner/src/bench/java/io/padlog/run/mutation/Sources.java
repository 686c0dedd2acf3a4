package io.padlog.run.mutation;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Supplier;

/** A copy of a tree in memory, in which sources can be changed. */
final class Sources {
    private static final long LARGEST = 32L << 20;

    private final Path root;

    private Sources(Path root) {
        this.root = root;
    }

    static Sources copyOf(Path tree) {
        Path root = Jimfs.newFileSystem(Configuration.unix()).getPath("/tree");
        try {
            Files.walkFileTree(tree, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                    if (folder.endsWith(".git")) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    Files.createDirectories(root.resolve(tree.relativize(folder).toString()));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (Files.isRegularFile(file) && attributes.size() <= LARGEST) {
                        Files.write(root.resolve(tree.relativize(file).toString()), Files.readAllBytes(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sources(root);
    }

    Path root() {
        return root;
    }

    Text text(String name) {
        try {
            byte[] bytes = Files.readAllBytes(root.resolve(name));
            Charset charset = charset(bytes);
            return new Text(root.resolve(name), bytes, new String(bytes, charset), charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** A source's text. */
    record Text(Path file, byte[] bytes, String text, Charset charset) {
        /** Does something while the source has another text. */
        <T> T during(String other, Supplier<T> work) {
            try {
                Files.write(file, other.getBytes(charset));
                try {
                    return work.get();
                } finally {
                    Files.write(file, bytes);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** One line, without the space around it. */
        String line(int number) {
            return text.lines().skip(number - 1L).findFirst().orElse("").strip();
        }
    }
}
