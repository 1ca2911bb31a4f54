package org.undertone.audio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.audio.WavBytes.floats;
import static org.undertone.audio.WavBytes.shorts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.storage.FileFormatException;

class PcmDefectsTest {
    private static final byte[] TEN = shorts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

    private static void assertRefused(byte[] file, String sentence) {
        assertThatThrownBy(() -> PcmDecoderTest.decode(file, AudioSettings.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("clip: " + sentence);
    }

    private static WavBytes wav() {
        return new WavBytes().format(1, 1, 16_000, 16);
    }

    @Test
    void whatIsNoAudio() {
        assertRefused(new byte[0], "file: is empty");
        assertRefused(
                "Once upon a time\n".getBytes(UTF_8),
                "header: is none of a WAV, AIFF or AU file; it begins with 'Once upon a '");
        assertRefused("RI\0".getBytes(UTF_8), "header: is none of a WAV, AIFF or AU file; it begins with 'RI?'");
    }

    @Test
    void whatIsNoFile(@TempDir Path directory) {
        PcmDecoder decoder = PcmDecoder.create();
        assertThatThrownBy(() -> decoder.open(directory, AudioSettings.DEFAULT))
                .hasMessage(directory + ": file: is a directory, expected a recording");
        Path missing = directory.resolve("a.wav");
        assertThatThrownBy(() -> decoder.open(missing, AudioSettings.DEFAULT)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void namesThatNoPathCanHave() {
        assertThat(AudioInput.of("a\0b?.wav", TEN).name()).isEqualTo(Path.of("a_b_.wav"));
        assertThat(AudioInput.of("half \ud800.wav", TEN).name()).isEqualTo(Path.of("half _.wav"));
        assertThat(AudioInput.of(" ", TEN).name()).isEqualTo(Path.of("recording"));
    }

    @Test
    void missingChunks() {
        assertRefused(
                new WavBytes().chunk("data", TEN).bytes(),
                "header: has no chunk 'fmt', which says how the samples are written");
        assertRefused(wav().bytes(), "header: has no chunk 'data'; there are no samples");
        byte[] aiff = KnownSignal.file("s16.aiff");
        assertRefused(Arrays.copyOf(aiff, 40), "header: has no chunk 'SSND'; there are no samples");
        aiff[12] = 'X';
        assertRefused(aiff, "header: has no chunk 'COMM', which says how the samples are written");
    }

    @Test
    void truncatedData() {
        byte[] whole = wav().chunk("data", TEN).bytes();
        assertRefused(
                Arrays.copyOf(whole, 50),
                "chunk 'data' at byte 36: is cut off, 6 of its 20 bytes are there; copy the file again");
        assertRefused(
                Arrays.copyOf(whole, 30), "chunk 'fmt' at byte 12: claims 16 bytes, more than the 10 that are left");
        byte[] au = KnownSignal.file("s16.au");
        assertRefused(Arrays.copyOf(au, 100), "data: is cut off, 68 of its 240 bytes are there; copy the file again");
        byte[] aiff = KnownSignal.file("s16.aiff");
        assertRefused(
                Arrays.copyOf(aiff, 154),
                "chunk 'SSND' at byte 38: is cut off, 108 of its 248 bytes are there; copy the file again");
    }

    @Test
    void noSamples() {
        assertRefused(wav().chunk("data", new byte[0]).bytes(), "data: holds no samples");
        assertRefused(wav().chunk("data", new byte[0]).chunk("LIST", TEN).bytes(), "data: holds no samples");
        assertRefused(wav().chunk("data", new byte[1]).bytes(), "data: holds no samples");
        assertRefused(Arrays.copyOf(KnownSignal.file("piped.au"), 32), "data: holds no samples");
    }

    @Test
    void absurdSizes() {
        assertRefused(
                new WavBytes()
                        .chunk("LIST", 0x7FFFFFF0L, TEN)
                        .format(1, 1, 16_000, 16)
                        .chunk("data", TEN)
                        .bytes(),
                "chunk 'LIST' at byte 12: claims 2147483632 bytes, more than the 72 that are left");
        assertRefused(
                new WavBytes()
                        .chunk("data", 0xFFFFFFFFL, TEN)
                        .format(1, 1, 16_000, 16)
                        .bytes(),
                "header: has no chunk 'fmt', which says how the samples are written");
        byte[] au = KnownSignal.file("s16.au");
        ByteBuffer.wrap(au).putInt(4, -1);
        assertRefused(au, "header: puts the samples at byte 4294967295, outside of 24 to 272");
        byte[] aiff = KnownSignal.file("s16.aiff");
        ByteBuffer.wrap(aiff).putInt(22, 0x7FFF0000).putInt(46, 0x00FF0000);
        assertRefused(
                aiff, "chunk 'SSND' at byte 38: is cut off, 0 of its 8589672448 bytes are there; copy the file again");
        var chunks = new WavBytes();
        for (int i = 0; i < 10_001; i++) {
            chunks.chunk("JUNK", new byte[0]);
        }
        assertRefused(chunks.bytes(), "header: has more than 10000 chunks");
    }

    @Test
    void ratesAndChannelsOutOfBounds() {
        assertRefused(
                new WavBytes().format(1, 1, 4000, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: the sampling rate must lie in 8000 to 192000 Hz but is 4000 Hz");
        assertRefused(
                new WavBytes().format(1, 1, -1, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: the sampling rate must lie in 8000 to 192000 Hz but is 2147483647 Hz");
        assertRefused(
                new WavBytes().format(1, 0, 16_000, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: the number of channels must lie in 1 to 64 but is 0");
        assertRefused(
                new WavBytes().format(1, 65, 16_000, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: the number of channels must lie in 1 to 64 but is 65");
        byte[] aiff = KnownSignal.file("s16.aiff");
        ByteBuffer.wrap(aiff).putShort(28, (short) -1);
        assertRefused(
                aiff, "chunk 'COMM' at byte 12: the sampling rate must lie in 8000 to 192000 Hz but is -2147483648 Hz");
    }

    @Test
    void formatsThatAreNotKnown() {
        String wayOut = ", which is not known here; convert it to PCM of 8, 16, 24 or 32 bits, or to floats of 32 or 64"
                + " bits";
        assertRefused(
                new WavBytes().format(0x55, 1, 16_000, 0).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: names samples of format 85 with 0 bits" + wayOut);
        assertRefused(
                new WavBytes().format(3, 1, 16_000, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: names samples of format 3 with 16 bits" + wayOut);
        assertRefused(
                new WavBytes().chunk("fmt ", new byte[14]).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: has 14 bytes, too few for a format");
        assertRefused(
                new WavBytes().format(0xFFFE, 1, 16_000, 16).chunk("data", TEN).bytes(),
                "chunk 'fmt' at byte 12: has 16 bytes, too few for an extensible format");
        byte[] frames = wav().chunk("data", TEN).bytes();
        frames[32] = 3;
        assertRefused(frames, "chunk 'fmt' at byte 12: claims frames of 3 bytes, but 1 times 16 bits need 2");
        byte[] aiff = KnownSignal.file("sowt.aiff");
        int at = new String(aiff, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("sowt");
        aiff[at] = 'Z';
        assertThatThrownBy(() -> PcmDecoderTest.decode(aiff, AudioSettings.DEFAULT))
                .hasMessageContaining("names samples of format 'Zowt' with 16 bits, which is not known here");
        byte[] au = KnownSignal.file("s16.au");
        au[15] = 23;
        assertRefused(au, "header: names samples of format 23, which is not known here; convert it to PCM");
    }

    @Test
    void samplesThatAreNoNumbers() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1e10f}) {
            byte[] file = new WavBytes()
                    .format(3, 2, 16_000, 32)
                    .chunk("data", floats(0, 0, 0, bad))
                    .bytes();
            assertRefused(
                    file,
                    "sample 1 of channel 2 (at 0.000 s): is " + (double) bad + ", no value of sound; full scale is 1");
        }
    }

    @Test
    void inputsLongerThanAllowed() {
        assertThatThrownBy(() -> AudioInput.of("up/load\n.wav", new ByteArrayInputStream(TEN), 19))
                .hasMessage("up/load_.wav: file: is longer than the 19 bytes allowed");
        AudioInput clip = AudioInput.of("clip", wav().chunk("data", TEN).bytes());
        assertThatThrownBy(() -> readAll(clip, 9)).hasMessage("the recording is longer than the 9 samples allowed");
    }

    private static double[] readAll(AudioInput input, int limit) throws IOException {
        try (AudioStream stream = PcmDecoder.create().open(input, AudioSettings.DEFAULT)) {
            return stream.readAll(limit);
        }
    }
}
