package org.undertone.audio;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;
import org.undertone.storage.FileFormatException;

/**
 * WAV, AIFF, AIFF-C and AU files in plain Java: whole numbers of 8 to 32 bits, floats of 32 and 64 bits, mu-law and
 * A-law. The JDK's own readers stop at what recorders really write, such as samples before the format, sizes of 0 or 4
 * GiB from a pipe, or AIFF-C with floats; so the header is walked here.
 */
public final class PcmDecoder implements AudioDecoder {
    /** So many bytes tell whether a file is for this decoder. */
    public static final int HEAD_BYTES = 12;

    private PcmDecoder() {}

    /** A decoder; it keeps nothing, any number of threads may use it. */
    public static PcmDecoder create() {
        return new PcmDecoder();
    }

    /** Whether a file that begins with these {@link #HEAD_BYTES} bytes is for this decoder. */
    public static boolean recognises(byte[] head) {
        return Container.of(head) != null;
    }

    @Override
    public AudioStream open(AudioInput input, AudioSettings settings) throws IOException {
        Objects.requireNonNull(settings, "settings");
        SeekableByteChannel channel = input.open();
        try {
            return AudioStream.mixed(input, new PcmStream(input, channel, layout(input, channel)), settings);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static PcmLayout layout(AudioInput input, SeekableByteChannel channel) throws IOException {
        byte[] head = input.head(HEAD_BYTES);
        if (head.length == 0) {
            throw new FileFormatException(input.name(), "file", "is empty");
        }
        Container container = Container.of(head);
        if (container == null) {
            throw new FileFormatException(
                    input.name(),
                    "header",
                    "is none of a WAV, AIFF or AU file; it begins with '" + input.beginning() + "'");
        }
        var bytes = new HeaderBytes(input, channel, container.order);
        PcmLayout layout =
                switch (container) {
                    case WAV -> WavHeader.read(bytes);
                    case AIFF -> AiffHeader.read(bytes);
                    case AU -> AuHeader.read(bytes);
                };
        if (layout.frames() == 0) {
            throw bytes.fault("data", "holds no samples");
        }
        return layout;
    }

    private enum Container {
        WAV(ByteOrder.LITTLE_ENDIAN),
        AIFF(ByteOrder.BIG_ENDIAN),
        AU(ByteOrder.BIG_ENDIAN);

        private final ByteOrder order;

        Container(ByteOrder order) {
            this.order = order;
        }

        static Container of(byte[] head) {
            if (head.length >= 4 && HeaderBytes.text(head, 0, 4).equals(".snd")) {
                return AU;
            }
            if (head.length < HEAD_BYTES) {
                return null;
            }
            return switch (HeaderBytes.text(head, 0, 4) + HeaderBytes.text(head, 8, 4)) {
                case "RIFFWAVE", "RF64WAVE", "BW64WAVE" -> WAV;
                case "FORMAIFF", "FORMAIFC" -> AIFF;
                default -> null;
            };
        }
    }
}
