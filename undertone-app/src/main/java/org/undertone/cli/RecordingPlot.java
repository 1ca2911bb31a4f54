package org.undertone.cli;

import java.io.IOException;
import org.undertone.audio.AudioStream;
import org.undertone.features.Frames;
import org.undertone.report.SpeechFigure;
import org.undertone.report.SpeechTracks;

/**
 * A recording that is to be drawn: read once, its samples seen by the waveform, the spectrogram and the analysis as they
 * pass, so that of an hour nothing but the frames is kept.
 *
 * @param name the title of the drawing
 * @param recording opens it
 * @param analysis makes its frames
 */
record RecordingPlot(String name, Opening recording, Analysis analysis) {
    /** Opens a recording. */
    interface Opening {
        AudioStream open() throws IOException;
    }

    /** From the samples of a whole recording to its frames. */
    interface Analysis {
        Frames frames(AudioStream stream) throws IOException;
    }

    private static final int DRAINED_SAMPLES = 1 << 13;

    /** Reads, computes and draws. */
    void write(SpeechFigure figure, Console console) throws IOException {
        try (AudioStream stream = recording.open();
                var progress = console.progress(
                        "plot",
                        stream.expectedSamples().orElse(-1),
                        new ProgressUnit("seconds", Math.max(1, stream.rate())))) {
            var recorded = new RecordedStream(stream, progress);
            Frames frames = analysis.frames(recorded);
            // An analysis may leave out a last piece that is too short for it; the waveform shows it.
            var rest = new double[DRAINED_SAMPLES];
            while (recorded.read(rest, 0, rest.length) >= 0) {
                continue;
            }
            if (recorded.waveform().samples() == 0) {
                throw new IOException(name + " has no samples, so that there is nothing to draw");
            }
            figure.write(new SpeechTracks(name, recorded.waveform(), recorded.spectrogram(), frames));
        }
    }
}
