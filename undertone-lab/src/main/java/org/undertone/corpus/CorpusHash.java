package org.undertone.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/** The identity of a corpus's data. */
final class CorpusHash {
    private CorpusHash() {}

    /** SHA-256 over the text forms, one per line, of what decides every result computed from a corpus. */
    static String of(CorpusDescription description, List<Utterance> utterances) {
        MessageDigest digest = Seed.sha256();
        line(digest, description.columns());
        line(digest, description.frameRate());
        line(digest, description.rows());
        line(digest, description.framesCrc32c());
        utterances.forEach(utterance -> line(digest, utterance));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void line(MessageDigest digest, Object value) {
        digest.update((value + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
