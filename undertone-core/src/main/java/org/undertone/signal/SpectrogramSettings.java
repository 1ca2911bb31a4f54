package org.undertone.signal;

/**
 * How a {@link Spectrogram} is made.
 *
 * @param windowSeconds length of the Hann window, above 0 and at most 1
 * @param hopSeconds from one column to the next, above 0 and at most 1
 * @param floorDecibels what lies further below the strongest cell counts as this, below 0
 * @param highestHertz no bins above it are kept, above 0
 * @param mostColumns longer signals get wider columns: an even number, at least 2
 */
public record SpectrogramSettings(
        double windowSeconds, double hopSeconds, double floorDecibels, double highestHertz, int mostColumns) {
    /**
     * A wide-band picture of speech: windows of 25 ms every 5 ms, 70 dB, up to 8 kHz, columns enough for print. Ten seconds
     * fill them; an hour keeps below 6 MB.
     */
    public static final SpectrogramSettings DEFAULT = new SpectrogramSettings(0.025, 0.005, -70, 8000, 2048);

    public SpectrogramSettings {
        requireSecond("window", windowSeconds);
        requireSecond("hop", hopSeconds);
        if (!(floorDecibels < 0 && floorDecibels >= -300)) {
            throw new IllegalArgumentException(
                    "the floor of a spectrogram must lie in [-300, 0) dB but is " + floorDecibels);
        }
        if (!(highestHertz > 0)) {
            throw new IllegalArgumentException(
                    "the highest frequency of a spectrogram must be above 0 Hz but is " + highestHertz);
        }
        if (mostColumns < 2 || mostColumns % 2 != 0) {
            throw new IllegalArgumentException(
                    "the most columns of a spectrogram must be an even number from 2 on but is " + mostColumns);
        }
    }

    private static void requireSecond(String name, double seconds) {
        if (!(seconds > 0 && seconds <= 1)) {
            throw new IllegalArgumentException(
                    "the " + name + " of a spectrogram must lie in (0, 1] s but is " + seconds);
        }
    }
}
