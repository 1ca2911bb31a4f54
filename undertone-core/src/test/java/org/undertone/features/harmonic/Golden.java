package org.undertone.features.harmonic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Rows of numbers that {@code golden.py} wrote. */
final class Golden {
    private Golden() {}

    static List<double[]> rows(String name) {
        try (var in = Golden.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The spectrum of {@code golden.py}: harmonic peaks of a falling envelope with two formants over a rippled floor. */
    static double[] logSpectrum(int rate, double f0) {
        var logs = new double[HarmonicAnalysis.BINS];
        double step = 4096 * f0 / rate;
        for (int k = 0; k < logs.length; k++) {
            double hertz = k * (double) rate / 4096;
            double envelope = Math.exp(-hertz / 2500)
                    + 0.8 * Math.exp(-Math.pow((hertz - 700) / 150, 2))
                    + 0.4 * Math.exp(-Math.pow((hertz - 1800) / 200, 2));
            double distance = k - step * Math.rint(k / step);
            logs[k] = Math.log(envelope * Math.exp(-Math.pow(distance / 6, 2)) + 1e-4 * (1.5 + Math.sin(0.37 * k)));
        }
        return logs;
    }
}
