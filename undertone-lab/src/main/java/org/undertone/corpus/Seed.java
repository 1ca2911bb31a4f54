package org.undertone.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one way in which a seed is derived from another, so that each trial, epoch or draw has its own and can be run again
 * alone.
 */
public final class Seed {
    private Seed() {}

    /**
     * The seed of one part of a run: the first 8 bytes, big-endian, of the SHA-256 of {@code seed} and the parts, each
     * written in UTF-8 as {@code <length in bytes>:<text>}. Whole numbers and texts that read the same are the same
     * part: {@code 20}, {@code 20L} and {@code "20"}.
     *
     * @param parts what the seed is for: texts, whole numbers, enum constants
     * @throws IllegalArgumentException if a part is of another type, whose text form might not be stable
     */
    public static long derive(long seed, Object... parts) {
        MessageDigest digest = sha256();
        add(digest, Long.toString(seed));
        for (Object part : parts) {
            add(digest, text(part));
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private static String text(Object part) {
        if (part instanceof Enum<?> constant) {
            return constant.name();
        }
        if (part instanceof String || part instanceof Integer || part instanceof Long) {
            return part.toString();
        }
        throw new IllegalArgumentException(
                "a seed is derived from texts, whole numbers and enum constants, but one part is " + part);
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one does not", e);
        }
    }
}
