package org.undertone.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {
    @TempDir
    private Path directory;

    /** The JDK's own reader is the oracle. */
    @Test
    void isReadByTheJdk() throws Exception {
        Path file = directory.resolve("some.wav");
        WavFile.write(file, new double[] {0, 0.5, -1, 1, -2, 1.0 / 32768, Double.NaN}, 22_050);
        try (var stream = AudioSystem.getAudioInputStream(file.toFile())) {
            var format = stream.getFormat();
            assertThat(format.getSampleRate()).isEqualTo(22_050);
            assertThat(format.getChannels()).isEqualTo(1);
            assertThat(format.getSampleSizeInBits()).isEqualTo(16);
            assertThat(format.isBigEndian()).isFalse();
            byte[] bytes = stream.readAllBytes();
            var samples = new int[bytes.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (bytes[2 * i] & 0xff | bytes[2 * i + 1] << 8);
            }
            assertThat(samples).containsExactly(0, 16_384, -32_768, 32_767, -32_768, 1, 0);
        }
    }

    @Test
    void writesARecordingWithoutSamples() throws Exception {
        Path file = directory.resolve("none.wav");
        WavFile.write(file, new double[0], 16_000);
        try (var stream = AudioSystem.getAudioInputStream(file.toFile())) {
            assertThat(stream.getFrameLength()).isZero();
        }
    }
}
