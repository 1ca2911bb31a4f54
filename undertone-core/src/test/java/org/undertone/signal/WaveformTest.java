package org.undertone.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WaveformTest {
    @Property(tries = 200)
    void holdsTheLowestAndHighestSampleOfEachColumn(
            @ForAll @Size(max = 12) List<@Size(max = 40) List<@DoubleRange(min = -1, max = 1) Double>> lists,
            @ForAll @IntRange(min = 1, max = 8) int pairs) {
        List<double[]> pieces = lists.stream()
                .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
        double[] samples = pieces.stream().flatMapToDouble(Arrays::stream).toArray();
        var recorder = WaveformRecorder.create(8000, 2 * pairs);
        for (double[] piece : pieces) {
            recorder.add(piece, 0, piece.length);
        }
        var waveform = recorder.finish();
        assertThat(waveform.samples()).isEqualTo(samples.length);
        assertThat(waveform.columns()).isLessThanOrEqualTo(2 * pairs);
        int wide = (int) waveform.samplesPerColumn();
        assertThat(waveform.columns()).isEqualTo((samples.length + wide - 1) / wide);
        for (int c = 0; c < waveform.columns(); c++) {
            double[] column = Arrays.copyOfRange(samples, c * wide, Math.min(samples.length, (c + 1) * wide));
            assertThat(waveform.lows()[c]).isEqualTo(Arrays.stream(column).min().orElseThrow());
            assertThat(waveform.highs()[c])
                    .isEqualTo(Arrays.stream(column).max().orElseThrow());
        }
    }

    @Test
    void keepsEachSampleWhereThereAreFew() {
        var waveform = Waveform.of(new double[] {0.1, -0.2, 0.3}, 8000, 4);
        assertThat(waveform.lows()).containsExactly(0.1, -0.2, 0.3);
        assertThat(waveform.highs()).containsExactly(0.1, -0.2, 0.3);
        assertThat(waveform.columnSeconds()).isEqualTo(1 / 8000.0);
        assertThat(waveform.seconds()).isEqualTo(3 / 8000.0);
    }

    @Test
    void joinsNeighboursWhenAllColumnsAreTaken() {
        var waveform = Waveform.of(new double[] {1, 2, 3, 4, 5}, 8000, 4);
        assertThat(waveform.samplesPerColumn()).isEqualTo(2);
        assertThat(waveform.lows()).containsExactly(1, 3, 5);
        assertThat(waveform.highs()).containsExactly(2, 4, 5);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveformRecorder.create(8000, 5))
                .withMessageContaining("an even number from 2 on but is 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WaveformRecorder.create(0, 4))
                .withMessageContaining("the rate is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Waveform(8000, 2, 1, new double[2], new double[1]))
                .withMessageContaining("2 and 1");
    }
}
