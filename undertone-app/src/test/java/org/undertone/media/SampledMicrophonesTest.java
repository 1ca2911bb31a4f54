package org.undertone.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.TargetDataLine;
import org.junit.jupiter.api.Test;
import org.undertone.audio.AudioStream;

class SampledMicrophonesTest {
    private final List<String> calls = new ArrayList<>();

    /** Two microphones of 48 kHz that give 0.5 four times, in pieces, and then nothing. */
    private final class TwoLines implements SoundLines {
        private final boolean busy;
        private int left = 8;

        TwoLines(boolean busy) {
            this.busy = busy;
        }

        @Override
        public List<String> names() {
            return List.of("Built-in", "USB Headset");
        }

        @Override
        public boolean supports(String name, AudioFormat format) {
            return format.getSampleRate() == 48_000;
        }

        @Override
        public TargetDataLine open(String name, AudioFormat format, int bufferBytes) throws LineUnavailableException {
            calls.add("open " + name + " " + format.getSampleSizeInBits() + " " + bufferBytes);
            if (busy) {
                throw new LineUnavailableException("taken by another program");
            }
            return (TargetDataLine) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {TargetDataLine.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getFormat" -> format;
                        case "read" -> read((byte[]) arguments[0], (int) arguments[1], (int) arguments[2]);
                        default -> {
                            calls.add(method.getName());
                            yield null;
                        }
                    });
        }

        private int read(byte[] bytes, int offset, int count) {
            // A line refuses half a sample.
            assertThat(count % 2).isZero();
            int read = Math.min(Math.min(count, 6), left);
            for (int n = 0; n < read; n++) {
                bytes[offset + n] = (byte) (n % 2 == 0 ? 0 : 0x40);
            }
            left -= read;
            return read;
        }
    }

    @Test
    void recordsAtTheFirstUsualRateThatTheMicrophoneOffers() throws IOException {
        var microphones = new SampledMicrophones(new TwoLines(false));
        assertThat(microphones.names()).containsExactly("Built-in", "USB Headset");
        try (AudioStream sound = microphones.open(Optional.empty(), Optional.empty())) {
            assertThat(sound.rate()).isEqualTo(48_000);
            assertThat(sound.readAll(100)).containsExactly(0.5, 0.5, 0.5, 0.5);
        }
        assertThat(calls).containsExactly("open Built-in 16 96000", "start", "stop", "close");
    }

    @Test
    void findsAMicrophoneByPartOfItsName() throws IOException {
        new SampledMicrophones(new TwoLines(false))
                .open(Optional.of("headset"), Optional.of(48_000))
                .close();
        assertThat(calls).first().isEqualTo("open USB Headset 16 96000");
    }

    @Test
    void namesTheMicrophonesThereAreForOneThatIsNot() {
        assertThatThrownBy(() -> new SampledMicrophones(new TwoLines(false)).open(Optional.of("x"), Optional.empty()))
                .hasMessage("there is no microphone 'x'; there are Built-in, USB Headset");
    }

    @Test
    void namesARateThatIsNotOffered() {
        assertThatThrownBy(
                        () -> new SampledMicrophones(new TwoLines(false)).open(Optional.empty(), Optional.of(22_050)))
                .hasMessage("the microphone 'Built-in' does not record 16 bits at 22050 Hz; leave --rate out, or try"
                        + " 48000");
    }

    @Test
    void namesAMicrophoneThatIsInUse() {
        assertThatThrownBy(() -> new SampledMicrophones(new TwoLines(true)).open(Optional.empty(), Optional.empty()))
                .hasMessage("the microphone 'Built-in' cannot be had, it may be in use (taken by another program)");
    }

    @Test
    void saysThatThereIsNone() {
        var none = new SoundLines() {
            @Override
            public List<String> names() {
                return List.of();
            }

            @Override
            public boolean supports(String name, AudioFormat format) {
                return false;
            }

            @Override
            public TargetDataLine open(String name, AudioFormat format, int bufferBytes) {
                throw new IllegalStateException("opens nothing");
            }
        };
        assertThatThrownBy(() -> new SampledMicrophones(none).open(Optional.empty(), Optional.empty()))
                .hasMessage("no microphone was found on this machine");
    }
}
