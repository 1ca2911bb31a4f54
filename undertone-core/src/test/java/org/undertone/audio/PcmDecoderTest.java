package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.undertone.audio.WavBytes.shorts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmDecoderTest {
    private static final AudioSettings FIRST = new AudioSettings(MixDown.FIRST_CHANNEL);

    static double[] decode(byte[] file, AudioSettings settings) throws IOException {
        try (AudioStream stream = PcmDecoder.create().open(AudioInput.of("clip", file), settings)) {
            return stream.readAll(1_000_000);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "u8.wav, 8",
        "s16.wav, 16",
        "s24.wav, 24",
        "s32.wav, 32",
        "f32.wav, 24",
        "f64.wav, 32",
        "piped.wav, 16",
        "long.rf64.wav, 16",
        "s8.aiff, 8",
        "s16.aiff, 16",
        "s24.aiff, 24",
        "s32.aiff, 32",
        "f32.aiff, 24",
        "f64.aiff, 32",
        "sowt.aiff, 16",
        "s8.au, 8",
        "s16.au, 16",
        "s24.au, 24",
        "s32.au, 32",
        "f32.au, 24",
        "f64.au, 32",
        "piped.au, 16"
    })
    void readsEveryFormatThatFfmpegWrites(String file, int bits) throws IOException {
        byte[] bytes = KnownSignal.file(file);
        double[] first = decode(bytes, FIRST);
        double[] mean = decode(bytes, AudioSettings.DEFAULT);
        assertThat(first).hasSize(KnownSignal.FRAMES);
        assertThat(mean).hasSize(KnownSignal.FRAMES);
        for (int frame = 0; frame < KnownSignal.FRAMES; frame++) {
            double left = KnownSignal.sample(frame, 0, bits);
            assertThat(first[frame]).isEqualTo(left);
            assertThat(mean[frame]).isEqualTo((left + KnownSignal.sample(frame, 1, bits)) / 2);
        }
        try (AudioStream stream = PcmDecoder.create().open(AudioInput.of(file, bytes), FIRST)) {
            assertThat(stream.rate()).isEqualTo(KnownSignal.RATE);
            assertThat(stream.expectedSamples()).hasValue(KnownSignal.FRAMES);
        }
    }

    @ParameterizedTest
    @CsvSource({"mulaw.wav, 0", "mulaw.aiff, 0", "mulaw.au, 0", "alaw.wav, 256", "alaw.aiff, 256", "alaw.au, 256"})
    void readsEveryCodeOfTelephoneSpeech(String file, int begin) throws IOException {
        ByteBuffer expected = ByteBuffer.wrap(KnownSignal.file("law.s16"));
        double[] samples = decode(KnownSignal.file(file), AudioSettings.DEFAULT);
        assertThat(samples).hasSize(256);
        for (int code = 0; code < 256; code++) {
            assertThat(samples[code]).isEqualTo(expected.getShort(2 * (begin + code)) / 32768.0);
        }
    }

    @Test
    void readsChunksInAnyOrderAndPastOnesItDoesNotKnow() throws IOException {
        byte[] body = shorts(1, -2, 3);
        byte[] junk = {1, 2, 3};
        byte[][] files = {
            new WavBytes().chunk("data", body).format(1, 1, 16_000, 16).bytes(),
            new WavBytes()
                    .chunk("LIST", junk)
                    .chunk("data", body)
                    .chunk("junk", junk)
                    .format(1, 1, 16_000, 16)
                    .bytes(),
            new WavBytes()
                    .chunk("bext", junk)
                    .format(1, 1, 16_000, 16)
                    .chunk("PEAK", junk)
                    .chunk("data", body)
                    .chunk("LIST", 99, junk)
                    .bytes()
        };
        for (byte[] file : files) {
            assertThat(decode(file, FIRST)).containsExactly(1 / 32768.0, -2 / 32768.0, 3 / 32768.0);
        }
        byte[] odd = new WavBytes()
                .chunk("data", new byte[] {0, (byte) 192, 64})
                .format(1, 1, 16_000, 8)
                .bytes();
        assertThat(decode(odd, FIRST)).containsExactly(-1, 0.5, -0.5);
    }

    @Test
    void readsToTheEndWhereAWriterNeverFilledInTheSize() throws IOException {
        double[] expected = {1 / 32768.0, -2 / 32768.0};
        for (long claimed : new long[] {0, 0xFFFFFFFFL, 0x7FFFFFDBL, 0x80000000L}) {
            var wav = new WavBytes().format(1, 1, 16_000, 16).chunk("data", claimed, shorts(1, -2));
            assertThat(decode(wav.bytes(claimed == 0 ? 36 : claimed), FIRST)).containsExactly(expected);
            assertThat(decode(wav.bytes(0), FIRST)).containsExactly(expected);
        }
    }

    @Test
    void leavesOutAPartOfAFrameAtTheEnd() throws IOException {
        byte[] file = new WavBytes()
                .format(1, 2, 16_000, 16)
                .chunk("data", shorts(1, 2, 3))
                .bytes();
        assertThat(decode(file, FIRST)).containsExactly(1 / 32768.0);
    }

    @Test
    void readsWidthsBetweenWholeBytesFromTheirUpperBits() throws IOException {
        byte[] file = new WavBytes()
                .format(1, 1, 16_000, 12)
                .chunk("data", shorts(0x7FF0, -0x8000))
                .bytes();
        assertThat(decode(file, FIRST)).containsExactly(2047 / 2048.0, -1);
    }

    @Test
    void readsLongRecordingsInPiecesOfAnySize() throws IOException {
        var values = new int[20_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = (short) (i * 31);
        }
        byte[] file = new WavBytes()
                .format(1, 3, 44_100, 16)
                .chunk("data", shorts(values))
                .bytes();
        try (AudioStream stream = PcmDecoder.create().open(AudioInput.of("clip", file), FIRST)) {
            var samples = new double[7000];
            int count = 0;
            int size = 1;
            for (int read;
                    (read = stream.read(samples, count, Math.min(size, samples.length - count))) > 0;
                    size += 7) {
                count += read;
            }
            assertThat(count).isEqualTo(6667);
            for (int i = 0; i < count; i++) {
                assertThat(samples[i]).isEqualTo((short) (i * 93) / 32768.0);
            }
            assertThat(stream.read(samples, 0, 1)).isEqualTo(-1);
        }
    }

    @Test
    void fileStreamAndMemoryGiveTheSame(@TempDir Path directory) throws IOException {
        byte[] bytes = KnownSignal.file("s24.wav");
        Path file = Files.write(directory.resolve("a.wav"), bytes);
        AudioInput[] inputs = {
            AudioInput.of(file),
            AudioInput.of("a.wav", bytes),
            AudioInput.of("a.wav", new ByteArrayInputStream(bytes), bytes.length)
        };
        for (AudioInput input : inputs) {
            try (AudioStream stream = PcmDecoder.create().open(input, FIRST)) {
                assertThat(stream.readAll(100)).isEqualTo(decode(bytes, FIRST));
            }
        }
        try (AudioStream stream = PcmDecoder.create().open(file, FIRST)) {
            assertThat(stream.expectedSamples()).hasValue(KnownSignal.FRAMES);
        }
        Files.delete(file);
    }

    @Test
    void tellsItsFormatsByTheFirstBytes() {
        for (String file : new String[] {"s16.wav", "long.rf64.wav", "s16.aiff", "f32.aiff", "s16.au"}) {
            assertThat(PcmDecoder.recognises(KnownSignal.file(file))).as(file).isTrue();
        }
        assertThat(PcmDecoder.recognises("RIFF....AVI ".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(PcmDecoder.recognises(new byte[0])).isFalse();
    }
}
