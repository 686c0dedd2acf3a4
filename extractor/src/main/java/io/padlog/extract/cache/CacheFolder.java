package io.padlog.extract.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A folder with a file for each key. Whoever reads gets what somebody wrote whole, or nothing: a file that is damaged is as
 * good as none, and one that cannot be written is not missed.
 */
public final class CacheFolder {
    private static final String ENDING = ".padlog";

    private final Path folder;

    public CacheFolder(Path folder) {
        this.folder = folder;
    }

    /** @param key letters and digits */
    public Optional<byte[]> read(String key) {
        try {
            byte[] file = Files.readAllBytes(folder.resolve(key + ENDING));
            byte[] bytes = Arrays.copyOfRange(file, Math.min(Long.BYTES, file.length), file.length);
            boolean whole = file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong() == sum(bytes);
            return whole ? Optional.of(bytes) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes, or leaves it. */
    public void write(String key, byte[] bytes) {
        try {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, key, ".tmp");
            try {
                Files.write(whole, ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(sum(bytes)).put(bytes).array());
                Files.move(whole, folder.resolve(key + ENDING), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            // The next run does the work again, as this one did.
            return;
        }
    }

    private static long sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue() << Integer.SIZE | bytes.length;
    }
}
