package org.undertone.bench.parity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.MixDown;
import org.undertone.audio.PcmDecoder;

/** The first channel of a WAV file, as the original reads it. */
record GoldenAudio(String name, double[] samples, int rate) {
    /** An hour at 16 kHz. */
    private static final int MOST_SAMPLES = 3600 * 16_000;

    static GoldenAudio read(Path file) throws IOException {
        try (AudioStream stream =
                PcmDecoder.create().open(AudioInput.of(file), new AudioSettings(MixDown.FIRST_CHANNEL))) {
            String name = file.getFileName().toString().replaceFirst("\\.wav$", "");
            return new GoldenAudio(name, stream.readAll(MOST_SAMPLES), stream.rate());
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
