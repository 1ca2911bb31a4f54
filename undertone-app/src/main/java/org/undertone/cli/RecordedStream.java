package org.undertone.cli;

import java.io.IOException;
import java.util.OptionalLong;
import org.undertone.audio.AudioStream;
import org.undertone.audio.SoundFormat;
import org.undertone.signal.Spectrogram;
import org.undertone.signal.SpectrogramRecorder;
import org.undertone.signal.SpectrogramSettings;
import org.undertone.signal.Waveform;
import org.undertone.signal.WaveformRecorder;

/** A stream whose samples are recorded for a drawing while somebody else reads them; whoever opened it closes it. */
final class RecordedStream implements AudioStream {
    /** Twice the columns of pixels that a figure in print has. */
    private static final int WAVEFORM_COLUMNS = 4096;

    private final AudioStream stream;
    private final ProgressDisplay progress;
    private final WaveformRecorder waveform;
    private final SpectrogramRecorder spectrogram;
    private long passed;

    RecordedStream(AudioStream stream, ProgressDisplay progress) {
        this.stream = stream;
        this.progress = progress;
        this.waveform = WaveformRecorder.create(stream.rate(), WAVEFORM_COLUMNS);
        this.spectrogram = SpectrogramRecorder.create(stream.rate(), SpectrogramSettings.DEFAULT);
    }

    @Override
    public int rate() {
        return stream.rate();
    }

    @Override
    public SoundFormat source() {
        return stream.source();
    }

    @Override
    public OptionalLong expectedSamples() {
        return stream.expectedSamples();
    }

    @Override
    public int read(double[] buffer, int offset, int count) throws IOException {
        int read = stream.read(buffer, offset, count);
        if (read > 0) {
            waveform.add(buffer, offset, read);
            spectrogram.add(buffer, offset, read);
            passed += read;
            progress.reach(passed);
        }
        return read;
    }

    /** What has passed. */
    Waveform waveform() {
        return waveform.finish();
    }

    /** What has passed; to be asked for once, at the end. */
    Spectrogram spectrogram() {
        return spectrogram.finish();
    }

    @Override
    public void close() {
        // The stream below is closed where it was opened.
    }
}
