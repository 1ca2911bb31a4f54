package org.undertone.report;

import java.util.Objects;
import org.undertone.features.Frames;
import org.undertone.signal.Spectrogram;
import org.undertone.signal.Waveform;

/**
 * What a {@link SpeechFigure} shows of one recording.
 *
 * @param name of the recording, the title of the figure
 * @param waveform its outline, of at least one sample
 * @param spectrogram of the same samples
 * @param frames its parameters: at least F0, VUV, Rd, Rd_conf, creak and all that begin with MCEP_, among the columns of
 *     COVAREP; frame {@code i} lasts from {@code i} hops to {@code i + 1}
 */
public record SpeechTracks(String name, Waveform waveform, Spectrogram spectrogram, Frames frames) {
    public SpeechTracks {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(spectrogram, "spectrogram");
        Objects.requireNonNull(frames, "frames");
        if (waveform.samples() == 0) {
            throw new IllegalArgumentException("a figure of speech needs samples but '" + name + "' has none");
        }
    }

    double seconds() {
        return waveform.seconds();
    }
}
