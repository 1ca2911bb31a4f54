package org.undertone.features.source;

/** The lower half of the spectrum of a frame followed by zeros. */
final class HalfSpectrum {
    private HalfSpectrum() {}

    /**
     * The Euclidean norm of the absolute values of bins {@code 0 .. floor(points / 2) - 1} of a transform, without the transform:
     * by Parseval's theorem, less the bins in the middle.
     *
     * @param frame samples, no more than the points
     * @param points length of the transform
     * @return NaN where a sample is
     */
    static double norm(double[] frame, int points) {
        double energy = 0;
        double sum = 0;
        for (double value : frame) {
            energy += value * value;
            sum += value;
        }
        int middle = points / 2;
        double power = powerAt(frame, middle, points);
        // All bins are twice the lower half but for 0 Hz, which comes once, and the middle: one bin, or a pair if odd.
        double twice = points * energy + sum * sum - (points % 2 == 0 ? power : 2 * power);
        return Math.sqrt(Math.max(0, twice / 2));
    }

    private static double powerAt(double[] frame, int bin, int points) {
        if (2 * bin == points) {
            double sum = 0;
            for (int n = 0; n + 1 < frame.length; n += 2) {
                sum += frame[n] - frame[n + 1];
            }
            sum += frame.length % 2 == 1 ? frame[frame.length - 1] : 0;
            return sum * sum;
        }
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < frame.length; n++) {
            double angle = 2 * Math.PI * ((long) bin * n % points) / points;
            real += frame[n] * Math.cos(angle);
            imaginary += frame[n] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
