package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.undertone.signal.Excerpt;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.IndexRange;

/** Cutting and joining, with an analysis whose every frame is the mean of 150 ms on either side. */
class FrameStreamTest {
    private static final int RATE = 8000;
    private static final int WIDTH = FrameColumns.COVAREP.count();
    private static final StretchSettings SHORT = new StretchSettings(0.5, 0.2);

    private static double[] means(double[] samples, int rate) {
        var grid = new FrameGrid(rate, samples.length);
        var values = new double[grid.count() * WIDTH];
        int reach = (int) (0.15 * rate);
        for (int frame = 0; frame < grid.count(); frame++) {
            int from = Math.max(0, grid.index(frame) - reach);
            int to = Math.min(samples.length, grid.index(frame) + reach);
            double mean = Arrays.stream(samples, from, to).average().orElseThrow();
            Arrays.fill(values, frame * WIDTH, (frame + 1) * WIDTH, mean);
        }
        return values;
    }

    private static double[] noise(int samples) {
        var random = new Random(7);
        return random.doubles(samples, -1, 1).toArray();
    }

    private static double[] meansOfCore(Excerpt stretch, IndexRange core) {
        double[] all = means(stretch.samples(), stretch.rate());
        return Arrays.copyOfRange(all, core.from() * WIDTH, core.end() * WIDTH);
    }

    private static FrameStream stream(StretchSettings stretch) {
        return new FrameStream(FrameStreamTest::meansOfCore, stretch, RateConversion.none(RATE), RATE);
    }

    private static double[] pushed(FrameStream stream, double[] samples, int piece) throws NoFeaturesException {
        var rows = new FrameRows();
        for (int at = 0; at < samples.length; at += piece) {
            rows.add(stream.push(samples, at, Math.min(piece, samples.length - at))
                    .values());
        }
        rows.add(stream.finish().values());
        return rows.toFrames().values();
    }

    @Property(tries = 60)
    void stretchesAndPiecesChangeNothingWhereTheMarginReachesFarEnough(
            @ForAll @IntRange(min = 0, max = 30_000) int length, @ForAll @IntRange(min = 1, max = 9000) int piece)
            throws NoFeaturesException {
        double[] samples = noise(length);
        assertThat(pushed(stream(SHORT), samples, piece)).isEqualTo(means(samples, RATE));
        assertThat(pushed(stream(StretchSettings.WHOLE), samples, piece)).isEqualTo(means(samples, RATE));
    }

    @Property(tries = 60)
    void passingOverStretchesTakesAwayNothingThatIsWanted(
            @ForAll @IntRange(min = 0, max = 30_000) int length, @ForAll @IntRange(min = 0, max = 400) int wanted)
            throws NoFeaturesException {
        double[] samples = noise(length);
        double[] all = means(samples, RATE);
        FrameStream stream = stream(SHORT);
        int from = (int) stream.passOver(wanted);
        assertThat(from).isBetween(Math.max(0, wanted - 70), wanted);
        double[] given = pushed(stream, samples, 5000);
        if (wanted * WIDTH < all.length) {
            assertThat(given).isEqualTo(Arrays.copyOfRange(all, from * WIDTH, all.length));
        } else {
            assertThat(given).hasSizeLessThanOrEqualTo(Math.max(0, all.length - from * WIDTH));
        }
    }

    @Test
    void framesComeAsSoonAsTheirStretchIsComplete() throws NoFeaturesException {
        FrameStream stream = stream(SHORT);
        double[] samples = noise(2 * RATE);
        assertThat(stream.delaySeconds()).isEqualTo(0.7);
        int due = (int) (0.7 * RATE);
        assertThat(stream.push(samples, 0, due - 1).count()).isZero();
        assertThat(stream.push(samples, due - 1, 1).count()).isEqualTo(50);
        assertThat(stream.push(samples, due, RATE / 2).count()).isEqualTo(50);
    }

    @Test
    void stretchesAreNoLongerThanCoreAndMargins() throws NoFeaturesException {
        List<Integer> lengths = new ArrayList<>();
        StretchAnalysis analysis = (piece, core) -> {
            lengths.add(piece.length());
            return meansOfCore(piece, core);
        };
        var stream = new FrameStream(analysis, SHORT, RateConversion.none(RATE), RATE);
        pushed(stream, noise(10 * RATE), 1000);
        assertThat(lengths).hasSizeGreaterThan(15).allSatisfy(length -> assertThat(length)
                .isLessThanOrEqualTo((int) (0.9 * RATE)));
    }

    @Test
    void stretchesSayWhereTheyLieAndWhatTheNextOneShares() throws NoFeaturesException {
        double[] recording = noise(5 * RATE + 17);
        List<Excerpt> pieces = new ArrayList<>();
        StretchAnalysis analysis = (piece, core) -> {
            int offset = Math.toIntExact(piece.offset());
            assertThat(piece.samples()).isEqualTo(Arrays.copyOfRange(recording, offset, offset + piece.length()));
            pieces.add(piece);
            return meansOfCore(piece, core);
        };
        pushed(new FrameStream(analysis, SHORT, RateConversion.none(RATE), RATE), recording, 777);
        assertThat(pieces).hasSizeGreaterThan(8);
        for (int i = 1; i < pieces.size(); i++) {
            Excerpt before = pieces.get(i - 1);
            assertThat(pieces.get(i).offset()).isEqualTo(before.offset() + before.sharedFrom());
        }
    }

    @Test
    void aRecordingInOnePieceHasALimit() {
        FrameStream stream = stream(StretchSettings.WHOLE);
        double[] minute = new double[60 * RATE];
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 31; i++) {
                        stream.push(minute, 0, minute.length);
                    }
                })
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("30 minutes");
    }

    @Test
    void whatIsNoSoundIsRefusedWithItsPlace() {
        for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e10}) {
            double[] samples = {0, wrong};
            assertThatThrownBy(() -> stream(SHORT).push(samples, 0, 2))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("number 1 is " + wrong);
        }
    }

    @Test
    void aFinishedRecordingTakesNoMore() throws NoFeaturesException {
        FrameStream stream = stream(SHORT);
        stream.finish();
        assertThatThrownBy(() -> stream.push(new double[1], 0, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(stream::finish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settingsThatCannotWorkAreRefused() {
        assertThatThrownBy(() -> new StretchSettings(0.05, 1)).hasMessageContaining("0.05");
        assertThatThrownBy(() -> new StretchSettings(1801, 1)).hasMessageContaining("1801");
        assertThatThrownBy(() -> new StretchSettings(Double.NEGATIVE_INFINITY, 1))
                .hasMessageContaining("-Infinity");
        assertThatThrownBy(() -> new StretchSettings(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new StretchSettings(1, 0.1)).hasMessageContaining("0.1");
        assertThatThrownBy(() -> new StretchSettings(1, 61)).hasMessageContaining("61");
    }
}
