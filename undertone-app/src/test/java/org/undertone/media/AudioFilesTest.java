package org.undertone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.MixDown;

class AudioFilesTest {
    private static final AudioSettings FIRST = new AudioSettings(MixDown.FIRST_CHANNEL);

    @ParameterizedTest
    @ValueSource(strings = {"stereo.flac", "flac.ogg", "alac.m4a", "pcm.mov"})
    void losslessFormatsKeepEveryBitOfBothChannels(String name) throws IOException {
        byte[] file = Recordings.bytes(name);
        double[] first = Recordings.decode(file, FIRST);
        double[] mean = Recordings.decode(file, AudioSettings.DEFAULT);
        assertThat(first).hasSize(Recordings.HASH_FRAMES);
        assertThat(mean).hasSize(Recordings.HASH_FRAMES);
        for (int frame = 0; frame < first.length; frame++) {
            double left = Recordings.hash(frame, 0, 16);
            assertThat(first[frame]).isEqualTo(left);
            assertThat(mean[frame]).isEqualTo((left + Recordings.hash(frame, 1, 16)) / 2);
        }
    }

    @Test
    void flacKeepsTwentyFourBits() throws IOException {
        double[] samples = Recordings.decode(Recordings.bytes("deep.flac"), FIRST);
        assertThat(samples).hasSize(Recordings.HASH_FRAMES);
        for (int frame = 0; frame < samples.length; frame++) {
            assertThat(samples[frame]).isEqualTo(Recordings.hash(frame, 0, 24));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tone.mp3, 16000, 0, 25",
        "tone.ogg, 16000, 0, 20",
        "tone.opus, 48000, 0, 30",
        "tone.webm, 48000, 0, 30",
        "vorbis.webm, 16000, 0, 20",
        "tone.m4a, 16000, 0, 30",
        "tone.mp4, 16000, 0, 30",
        "tagged.mp3, 16000, 1105, 25"
    })
    void lossyFormatsComeCloseAtTheRightTime(String name, int rate, int delay, double decibels) throws IOException {
        try (AudioStream stream =
                AudioFiles.create().open(AudioInput.of(name, Recordings.bytes(name)), AudioSettings.DEFAULT)) {
            assertThat(stream.rate()).isEqualTo(rate);
            double[] samples = stream.readAll(100_000);
            double error = 0;
            double energy = 0;
            for (int n = 0; n < samples.length - delay; n++) {
                double tone = Recordings.tone((double) n / rate);
                error += Math.pow(samples[n + delay] - tone, 2);
                energy += tone * tone;
            }
            assertThat(10 * Math.log10(energy / error)).isGreaterThan(decibels);
            // Whole blocks at the end, at most.
            assertThat((double) samples.length / rate).isBetween(0.39, 0.6);
        }
    }

    @Test
    void saysHowLongARecordingWillBe() throws IOException {
        AudioInput input = AudioInput.of("a", Recordings.bytes("stereo.flac"));
        try (AudioStream stream = AudioFiles.create().open(input, AudioSettings.DEFAULT)) {
            assertThat(stream.expectedSamples()).hasValue(Recordings.HASH_FRAMES);
        }
    }

    @Test
    void looksAtTheContentAndNotAtTheName(@TempDir Path directory) throws IOException {
        // A name that FFmpeg would take for an address, or a pattern, if it were asked.
        Path file = Files.write(directory.resolve("http:a%03d.wav"), Recordings.bytes("stereo.flac"));
        try (AudioStream stream = AudioFiles.create().open(file, FIRST)) {
            assertThat(stream.readAll(10_000)).isEqualTo(Recordings.decode(Recordings.bytes("stereo.flac"), FIRST));
        }
    }

    @Test
    void findsFlacBehindATagAndMp3BehindTwo() throws IOException {
        byte[] flac = Recordings.bytes("stereo.flac");
        assertThat(Recordings.decode(tagged(flac), FIRST)).hasSize(Recordings.HASH_FRAMES);
        byte[] mp3 = Recordings.bytes("tone.mp3");
        assertThat(Recordings.decode(tagged(mp3), FIRST)).isEqualTo(Recordings.decode(mp3, FIRST));
    }

    private static byte[] tagged(byte[] file) {
        byte[] tagged = new byte[10 + 300 + file.length];
        System.arraycopy(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 2, 44}, 0, tagged, 0, 10);
        System.arraycopy(file, 0, tagged, 310, file.length);
        return tagged;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.ogg"})
    void recordingsPutTogetherAreReadToTheEnd(String name) throws IOException {
        byte[] once = Recordings.bytes(name);
        byte[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);
        assertThat(Recordings.decode(twice, FIRST)).hasSizeGreaterThan(Recordings.decode(once, FIRST).length * 19 / 10);
    }

    @Test
    void anyNumberOfThreadsMayDecodeAtOnce() throws Exception {
        // More than the ten functions of a kind that JavaCPP can hand to C.
        int clips = 24;
        byte[] file = Recordings.bytes("tone.ogg");
        double[] expected = Recordings.decode(file, FIRST);
        var executor = Executors.newFixedThreadPool(clips);
        try {
            List<Future<double[]>> results = new ArrayList<>();
            for (int i = 0; i < clips; i++) {
                results.add(executor.submit(() -> Recordings.decode(file, FIRST)));
            }
            for (Future<double[]> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void manyStreamsMayBeOpenAtOnceAndBeClosedTwice() throws IOException {
        byte[] file = Recordings.bytes("tone.m4a");
        List<AudioStream> streams = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            streams.add(AudioFiles.create().open(AudioInput.of("clip", file), FIRST));
        }
        for (AudioStream stream : streams) {
            assertThat(stream.readAll(10_000)).hasSizeGreaterThan(6000);
            stream.close();
            stream.close();
        }
    }

    @Test
    void knowsRecordingsByTheirNames() {
        List<String> yes = List.of("a.wav", "b.WAV", "dir/c.flac", "d.e.mp3", "f.m4a", "g.opus");
        List<String> no = List.of("a.txt", "wav", ".wav", "a.wav.part", "dir.wav/a");
        assertThat(yes).allMatch(name -> AudioFiles.isNamedAsRecording(Path.of(name)));
        assertThat(no).noneMatch(name -> AudioFiles.isNamedAsRecording(Path.of(name)));
    }
}
