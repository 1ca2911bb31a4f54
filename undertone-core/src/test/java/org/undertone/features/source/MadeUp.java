package org.undertone.features.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.undertone.storage.SafetensorsFile;

/** Signals of which the truth is known, and those of pitch.safetensors with what pitch.py made of them. */
final class MadeUp {
    private static final double[][] FORMANTS = {{600, 80}, {1300, 100}, {2500, 140}};

    private MadeUp() {}

    static double[] golden(String name) {
        try (SafetensorsFile file = SafetensorsFile.open(
                Path.of(MadeUp.class.getResource("pitch.safetensors").toURI()))) {
            return file.doubles(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static double[] goldenSignal(String name) {
        try (SafetensorsFile file = SafetensorsFile.open(
                Path.of(MadeUp.class.getResource("pitch.safetensors").toURI()))) {
            float[] floats = file.floats(name + ".signal");
            var signal = new double[floats.length];
            for (int n = 0; n < signal.length; n++) {
                signal[n] = floats[n];
            }
            return signal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Instants of pulses at one pitch, shifted by up to 2 % of the period each way: without it, high harmonics would be as strong as
     * low ones, and three times the pitch as good an answer as the pitch.
     */
    static int[] instants(double f0, int rate, int samples) {
        double period = rate / f0;
        var random = new SplittableRandom(12);
        var instants = new int[(int) (samples / period) + 2];
        for (int k = 0; k < instants.length; k++) {
            instants[k] = (int) Math.round((k + random.nextDouble(-0.02, 0.02)) * period);
        }
        return Arrays.stream(instants).filter(at -> at >= 0 && at < samples).toArray();
    }

    /** Upward pulses through three formants, with some noise; largest absolute value 0.5. */
    static double[] vowel(double f0, int rate, int samples, long seed) {
        double[] source = noise(samples, seed);
        for (int n = 0; n < samples; n++) {
            source[n] *= 0.003;
        }
        for (int at : instants(f0, rate, samples)) {
            source[at] += 1;
        }
        return formants(source, rate);
    }

    /** A track at 16 kHz, strengths of 0.2 where voiced, else 0. */
    static PitchTrack track(int[] numbers, double[] f0, boolean... voiced) {
        var seconds = new double[numbers.length];
        var strength = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            seconds[i] = (numbers[i] - 1) / 16000.0;
            strength[i] = voiced[i] ? 0.2 : 0;
        }
        return new PitchTrack(seconds, numbers, f0, strength, voiced);
    }

    /** Uniform noise in [-1, 1). */
    static double[] noise(int samples, long seed) {
        return new SplittableRandom(seed).doubles(samples, -1, 1).toArray();
    }

    static double[] inverted(double[] signal) {
        return Arrays.stream(signal).map(value -> -value).toArray();
    }

    static double[] raised(double[] signal, double by) {
        return Arrays.stream(signal).map(value -> value + by).toArray();
    }

    private static double[] formants(double[] source, int rate) {
        double[] signal = source.clone();
        for (double[] formant : FORMANTS) {
            double radius = Math.exp(-Math.PI * formant[1] / rate);
            double first = 2 * radius * Math.cos(2 * Math.PI * formant[0] / rate);
            for (int n = 0; n < signal.length; n++) {
                signal[n] += (n > 0 ? first * signal[n - 1] : 0) - (n > 1 ? radius * radius * signal[n - 2] : 0);
            }
        }
        double largest = Arrays.stream(signal).map(Math::abs).max().orElse(1);
        return Arrays.stream(signal).map(value -> 0.5 * value / largest).toArray();
    }
}
