package org.undertone.signal;

/**
 * The short-time power of a signal over time and frequency, in dB re its strongest cell. Column {@code c} is centred at
 * {@code (c + 0.5) columnSeconds}, bin {@code b} at {@code b binHertz}.
 *
 * @param columnSeconds from one column to the next
 * @param binHertz from one bin to the next
 * @param decibels {@code [column][bin]}, from the floor to 0; all at the floor where the signal is silent
 * @param floorDecibels the lowest value there is
 */
public record Spectrogram(double columnSeconds, double binHertz, float[][] decibels, double floorDecibels) {
    /** Number of columns, 0 for an empty signal. */
    public int columns() {
        return decibels.length;
    }

    /** Number of bins, from 0 Hz on; 0 for an empty signal. */
    public int bins() {
        return decibels.length == 0 ? 0 : decibels[0].length;
    }

    /**
     * The spectrogram of a signal.
     *
     * @param samples any number of finite values
     * @param rate samples per second
     */
    public static Spectrogram of(double[] samples, int rate, SpectrogramSettings settings) {
        var recorder = SpectrogramRecorder.create(rate, settings);
        recorder.add(samples, 0, samples.length);
        return recorder.finish();
    }
}
