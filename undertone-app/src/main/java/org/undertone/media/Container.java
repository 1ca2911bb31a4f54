package org.undertone.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;
import org.undertone.audio.AudioInput;

/**
 * The kinds of file that are given to FFmpeg, told by their first bytes. FFmpeg is told which demuxer to use and guesses
 * nothing: of its hundreds, among them those that open other files, five can be reached.
 */
enum Container {
    FLAC("flac"),
    OGG("ogg"),
    MATROSKA("matroska"),
    MP4("mov"),
    MP3("mp3");

    private static final int HEAD_BYTES = 12;
    /** Some taggers put a tag before the tag that was there. */
    private static final int MOST_TAGS = 4;

    private static final int EBML = 0x1A45DFA3;
    private static final Set<String> BOXES = Set.of("ftyp", "moov", "mdat", "wide");

    private final String demuxer;

    Container(String demuxer) {
        this.demuxer = demuxer;
    }

    /** FFmpeg's name of the demuxer. */
    String demuxer() {
        return demuxer;
    }

    /** The kind of a recording; none where FFmpeg is not to be asked. */
    static Optional<Container> of(AudioInput input) throws IOException {
        try (SeekableByteChannel channel = input.open()) {
            long at = 0;
            for (int tags = 0; tags <= MOST_TAGS; tags++) {
                ByteBuffer head = read(channel, at);
                if (!text(head, 0, 3).equals("ID3")) {
                    return tags > 0 && of(head).isEmpty() ? Optional.of(MP3) : of(head);
                }
                at += tagBytes(head);
            }
            return Optional.of(MP3);
        }
    }

    /** HEAD_BYTES bytes from a place on; zeros beyond the end. */
    private static ByteBuffer read(SeekableByteChannel channel, long at) throws IOException {
        var head = ByteBuffer.allocate(HEAD_BYTES);
        channel.position(at);
        while (head.hasRemaining() && channel.read(head) >= 0) {
            // A channel may give less than it was asked for.
        }
        return head.clear();
    }

    private static Optional<Container> of(ByteBuffer head) {
        if (text(head, 0, 4).equals("fLaC")) {
            return Optional.of(FLAC);
        }
        if (text(head, 0, 4).equals("OggS")) {
            return Optional.of(OGG);
        }
        if (head.getInt(0) == EBML) {
            return Optional.of(MATROSKA);
        }
        if (BOXES.contains(text(head, 4, 4))) {
            return Optional.of(MP4);
        }
        return isMp3(head.getInt(0)) ? Optional.of(MP3) : Optional.empty();
    }

    /** The head of a frame of MPEG 1, 2 or 2.5, layer III: eleven ones, and no value that means nothing. */
    private static boolean isMp3(int head) {
        return head >>> 21 == 0x7FF
                && (head >>> 19 & 3) != 1
                && (head >>> 17 & 3) == 1
                && (head >>> 12 & 15) != 15
                && (head >>> 10 & 3) != 3;
    }

    /** Size of an ID3v2 tag, head included: four times seven bits. */
    private static long tagBytes(ByteBuffer head) {
        int size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | head.get(i) & 0x7F;
        }
        boolean footer = (head.get(5) & 0x10) != 0;
        return 10L + size + (footer ? 10 : 0);
    }

    private static String text(ByteBuffer head, int from, int count) {
        return new String(head.array(), from, count, ISO_8859_1);
    }
}
