package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.MixDown;
import org.undertone.audio.PcmDecoder;

/** The first channel of a WAV file, as the original reads it. */
record GoldenAudio(String name, double[] samples, int rate) {
    static GoldenAudio read(Path file) throws IOException {
        try (AudioStream stream =
                PcmDecoder.create().open(AudioInput.of(file), new AudioSettings(MixDown.FIRST_CHANNEL))) {
            var samples = new double[1 << 16];
            int length = 0;
            for (int read = 0; read >= 0; read = stream.read(samples, length, samples.length - length)) {
                length += read;
                if (length == samples.length) {
                    samples = Arrays.copyOf(samples, 2 * length);
                }
            }
            String name = file.getFileName().toString().replaceFirst("\\.wav$", "");
            return new GoldenAudio(name, Arrays.copyOf(samples, length), stream.rate());
        }
    }

    /** The WAV files of a directory by name. */
    static List<Path> files(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted()
                    .toList();
        }
    }
}
