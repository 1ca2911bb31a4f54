package org.undertone.report;

import java.util.Arrays;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.signal.Spectrogram;
import org.undertone.signal.SpectrogramSettings;
import org.undertone.signal.Waveform;

/** Recordings whose every number is known. */
final class MadeUpSpeech {
    static final int RATE = 16000;

    private MadeUpSpeech() {}

    /** A tone, and frames that say: voice from 100 to 200 Hz in all but every third frame. */
    static SpeechTracks tone(double hertz, double seconds) {
        var samples = new double[(int) (seconds * RATE)];
        Arrays.setAll(samples, n -> 0.5 * Math.sin(2 * Math.PI * hertz * n / RATE));
        FrameColumns columns = FrameColumns.COVAREP;
        var values = new double[(int) (seconds * 100) * columns.count()];
        for (int frame = 0; frame * columns.count() < values.length; frame++) {
            int row = frame * columns.count();
            double share = frame % 100 / 100.0;
            values[row + columns.index("F0")] = 100 + 100 * share;
            values[row + columns.index("VUV")] = frame % 3 == 2 ? 0 : 1;
            values[row + columns.index("Rd")] = 0.5 + 2 * share;
            values[row + columns.index("Rd_conf")] = share;
            values[row + columns.index("creak")] = 1 - share;
            values[row + columns.index("MCEP_3")] = share;
        }
        return tracks("tone.wav", samples, new Frames(columns, values));
    }

    static SpeechTracks silence(double seconds, int frames) {
        var values = new double[frames * FrameColumns.COVAREP.count()];
        return tracks("silence.wav", new double[(int) (seconds * RATE)], new Frames(FrameColumns.COVAREP, values));
    }

    private static SpeechTracks tracks(String name, double[] samples, Frames frames) {
        return new SpeechTracks(
                name,
                Waveform.of(samples, RATE, 1024),
                Spectrogram.of(samples, RATE, SpectrogramSettings.DEFAULT),
                frames);
    }
}
