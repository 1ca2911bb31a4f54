package org.undertone.features.creak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.undertone.features.source.LpResidual;
import org.undertone.features.source.PitchTrack;
import org.undertone.features.source.Quirks;
import org.undertone.storage.SafetensorsFile;

class CreakGoldenTest {
    private static final int RATE = 16000;
    /** The features behind the band-pass filter that the original runs in an ill-conditioned form. */
    private static final List<Integer> ILL_CONDITIONED = List.of(3, 4, 5, 6);

    @Test
    void agreesWithNumpyWithoutQuirks() throws Exception {
        try (SafetensorsFile golden = golden()) {
            double[] expected = golden.doubles("mended");
            double[][] rows = CreakFeatures.of(source(golden, Quirks.MENDED), Quirks.MENDED);
            assertThat(rows.length * CreakFeatures.COLUMNS).isEqualTo(expected.length);
            for (int i = 0; i < expected.length; i++) {
                assertThat(rows[i / 36][i % 36])
                        .as("column %d of row %d", i % 36, i / 36)
                        .isCloseTo(expected[i], within(1e-7));
            }
        }
    }

    @Test
    void agreesWithNumpyWithQuirks() throws Exception {
        try (SafetensorsFile golden = golden()) {
            double[] expected = golden.doubles("original");
            double[][] rows = CreakFeatures.of(source(golden, Quirks.KEPT), Quirks.KEPT);
            assertThat(rows.length * CreakFeatures.COLUMNS).isEqualTo(expected.length);
            int near = 0;
            int illConditioned = 0;
            for (int i = 0; i < expected.length; i++) {
                double value = rows[i / 36][i % 36];
                if (ILL_CONDITIONED.contains(i % 12) && Double.isFinite(expected[i])) {
                    illConditioned++;
                    near += Math.abs(value - expected[i]) < 0.02 * (i % 12 < 5 ? 1 : 20) ? 1 : 0;
                } else if (Double.isFinite(expected[i])) {
                    assertThat(value).as("column %d of row %d", i % 36, i / 36).isCloseTo(expected[i], within(1e-7));
                } else {
                    // NaN or minus infinity: between two infinities it depends on how one interpolates.
                    assertThat(value).as("column %d of row %d", i % 36, i / 36).isNotFinite();
                }
            }
            assertThat((double) near / illConditioned).isGreaterThan(0.9);
        }
    }

    private SafetensorsFile golden() throws Exception {
        return SafetensorsFile.open(
                Path.of(getClass().getResource("golden.safetensors").toURI()));
    }

    private static CreakSource source(SafetensorsFile golden, Quirks quirks) throws Exception {
        double[] signal = widened(golden.floats("signal"));
        double[] raw = widened(golden.floats("residual"));
        double[] residual = quirks == Quirks.KEPT ? raw : LpResidual.withoutNaN(raw);
        double[] seconds = golden.doubles("seconds");
        long[] flags = golden.longs("voiced");
        var voiced = new boolean[flags.length];
        var numbers = new int[flags.length];
        for (int i = 0; i < flags.length; i++) {
            voiced[i] = flags[i] != 0;
            numbers[i] = (int) Math.round(seconds[i] * RATE);
        }
        var pitch = new PitchTrack(seconds, numbers, golden.doubles("f0"), new double[flags.length], voiced);
        return new CreakSource(signal, RATE, residual, pitch);
    }

    private static double[] widened(float[] values) {
        var widened = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            widened[i] = values[i];
        }
        return widened;
    }
}
