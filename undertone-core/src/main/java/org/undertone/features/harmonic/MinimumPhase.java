package org.undertone.features.harmonic;

import java.util.HashMap;
import java.util.Map;

/**
 * The first phases of the minimum-phase spectrum that has given magnitudes on bins 0 to n / 2. What folding the cepstrum
 * over n points gives is a circular Hilbert transform of the logarithms: {@code phase(k) = -(2 / n) sum_j ln|N(j)| cot(pi (k
 * - j) / n)} over the j of a circle of n for which k - j is odd (Oppenheim and Schafer, Discrete-Time Signal Processing,
 * chapter on discrete Hilbert transforms).
 */
final class MinimumPhase {
    private static final int MOST_NUMBERS = 1 << 20;

    private final int phases;
    private final Map<Integer, double[]> kernels = new HashMap<>();
    private int numbers;

    /** For the phases of bins 0 to {@code phases - 1}. */
    MinimumPhase(int phases) {
        this.phases = phases;
    }

    /**
     * The phases.
     *
     * @param logs {@code [entries]}, natural logarithms of the magnitudes; entries - 1 is half a circle
     * @param out receives as many phases as there are entries, up to the number asked for
     */
    void of(double[] logs, int entries, double[] out) {
        int half = entries - 1;
        double[] kernel = kernels.get(entries);
        if (kernel == null) {
            kernel = kernel(half);
            if (numbers + kernel.length > MOST_NUMBERS) {
                kernels.clear();
                numbers = 0;
            }
            numbers += kernel.length;
            kernels.put(entries, kernel);
        }
        for (int k = 0; k < Math.min(phases, entries); k++) {
            double sum = 0;
            for (int j = 1 - k % 2; j <= half; j += 2) {
                // Bin j and its mirror image -j, which is the same bin at both ends.
                double weight = kernel[half + k - j];
                if (j > 0 && j < half) {
                    weight += kernel[half + k + j];
                }
                sum += logs[j] * weight;
            }
            out[k] = sum;
        }
    }

    /** {@code -(2 / n) cot(pi d / n)} for d from -n / 2 to n / 2 and, at the end, those that sums can reach. */
    private double[] kernel(int half) {
        var kernel = new double[2 * half + phases];
        for (int i = 0; i < kernel.length; i++) {
            int d = i - half;
            kernel[i] = d % 2 == 0 ? 0 : -1 / (half * Math.tan(Math.PI * d / (2.0 * half)));
        }
        return kernel;
    }
}
