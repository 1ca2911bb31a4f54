package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RawSoundTest {
    private static AudioStream open(byte[] bytes, RawEncoding encoding) {
        return RawSound.open("standard input", new ByteArrayInputStream(bytes), encoding, 16_000);
    }

    @Test
    void readsWholeNumbersAndFloats() throws IOException {
        var shorts = ByteBuffer.allocate(6).order(ByteOrder.LITTLE_ENDIAN);
        shorts.putShort((short) -32768).putShort((short) 0).putShort((short) 16384);
        assertThat(open(shorts.array(), RawEncoding.S16LE).readAll(10)).containsExactly(-1, 0, 0.5);
        var floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        floats.putFloat(0.25f).putFloat(-3);
        assertThat(open(floats.array(), RawEncoding.F32LE).readAll(10)).containsExactly(0.25, -3);
    }

    @Property(tries = 100)
    void samplesDoNotDependOnThePiecesTheyComeIn(
            @ForAll @IntRange(min = 1, max = 7) int piece, @ForAll @IntRange(min = 2, max = 200) int length)
            throws IOException {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (37 * i);
        }
        InputStream dripping = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int count) {
                return super.read(buffer, offset, Math.min(piece, count));
            }
        };
        double[] read = RawSound.open("pipe", dripping, RawEncoding.S16LE, 8000).readAll(1000);
        assertThat(read)
                .hasSize(length / 2)
                .isEqualTo(open(bytes, RawEncoding.S16LE).readAll(1000));
        for (int n = 0; n < read.length; n++) {
            assertThat(read[n]).isEqualTo((short) ((bytes[2 * n] & 0xFF) | bytes[2 * n + 1] << 8) / 32768.0);
        }
    }

    @Test
    void namesAnInputWithoutASample() {
        for (byte[] bytes : new byte[][] {{}, {1}}) {
            assertThatThrownBy(() -> open(bytes, RawEncoding.S16LE).readAll(10))
                    .hasMessage("standard input: data: holds no samples");
        }
    }

    @Test
    void namesASampleThatIsNoNumber() {
        var floats = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.NaN);
        assertThatThrownBy(() -> open(floats.array(), RawEncoding.F32LE).readAll(10))
                .hasMessageContaining("standard input: sample 0 of channel 1 (at 0.000 s): is NaN");
    }

    @Test
    void rejectsRatesAndEncodingsThatNoVoiceHas() {
        var bytes = new ByteArrayInputStream(new byte[2]);
        assertThatThrownBy(() -> RawSound.open("x", bytes, RawEncoding.S16LE, 7999))
                .hasMessageContaining("8000 to 192000 Hz but is 7999 Hz");
        assertThatThrownBy(() -> RawEncoding.of("s24le"))
                .hasMessage("there is no encoding 's24le'; there are s16le and f32le");
    }
}
