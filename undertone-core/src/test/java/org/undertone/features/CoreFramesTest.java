package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.audio.Frication;
import org.undertone.audio.GlottalState;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.signal.Excerpt;
import org.undertone.signal.FrameGrid;
import org.undertone.signal.IndexRange;

/**
 * Sparing what no kept frame depends on, and what an earlier stretch computed, changes no frame: the slow twin computes all
 * frames of each stretch from nothing and throws the margins away.
 */
class CoreFramesTest {
    private static final int RATE = 16_000;
    private static final int WIDTH = FrameColumns.COVAREP.count();
    /** What sums in another order make of the last digits. */
    private static final double ROUNDING = 1e-12;

    /** A voice of 90 to 210 Hz with a fricative and a pause in each word, in faint noise. */
    private static double[] voice(double seconds, double sign) {
        List<VoiceState> states = new ArrayList<>();
        for (double t = 0; t < seconds; t += VoiceState.HOP_SECONDS) {
            double within = t / 1.1 - Math.floor(t / 1.1);
            double strength = within < 0.7 ? 0.5 : 0;
            var glottis = new GlottalState(150 + 60 * Math.sin(2.1 * t), 1.2 + 0.6 * Math.sin(t), strength, 0.003, 0);
            var tract = Vowel.HUD.tract().towards(Vowel.HEED.tract(), within);
            boolean fricative = within > 0.75 && within < 0.85;
            states.add(new VoiceState(glottis, tract, fricative ? new Frication(0.02, 4000, 1500) : Frication.NONE));
        }
        double[] samples = SyntheticVoice.create(new VoiceSettings(RATE, 0.005, 0.03, 1e-4))
                .speak(states, 3)
                .samples();
        Arrays.setAll(samples, n -> sign * samples[n]);
        // Half a second of digital silence.
        Arrays.fill(samples, 3 * RATE / 2, 2 * RATE, 0);
        return samples;
    }

    private static CovarepAnalysis analysis() {
        return new CovarepAnalysis(
                StageSettings.of(FeatureRecipe.COVAREP), RATE, ExtractorSettings.DEFAULT, Runnable::run);
    }

    /** The same frames, but each stretch is new to its analysis, which gives all of its frames. */
    private static double[] ofNothing(Excerpt piece, IndexRange core) throws NoFeaturesException {
        int count = new FrameGrid(RATE, piece.length()).count();
        double[] all = analysis().analyse(Excerpt.whole(piece.samples().clone(), RATE), new IndexRange(0, count));
        return Arrays.copyOfRange(all, core.from() * WIDTH, core.end() * WIDTH);
    }

    private static double[] frames(StretchAnalysis analysis, double[] samples, StretchSettings stretch)
            throws NoFeaturesException {
        var stream = new FrameStream(analysis, stretch, RateConversion.none(RATE), RATE);
        var rows = new FrameRows();
        rows.add(stream.push(samples, 0, samples.length).values());
        rows.add(stream.finish().values());
        return rows.toFrames().values();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5, 1", "0.7, 0.5, -1", "0.4, 0.3, 1", "2.5, 1, 1"})
    void theCoreOfStretchesThatOverlapIsThatOfWholeStretches(double core, double margin, double sign)
            throws NoFeaturesException {
        double[] samples = voice(3.3, sign);
        var stretch = new StretchSettings(core, margin);
        double[] twin = frames(CoreFramesTest::ofNothing, samples, stretch);
        assertThat(frames(analysis(), samples, stretch)).hasSize(twin.length).containsExactly(twin, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 40", "57, 60", "100, 230", "199, 200", "229, 230"})
    void anyFramesOfARecordingAreThoseOfAllFrames(int from, int end) throws NoFeaturesException {
        double[] samples = voice(2.3, 1);
        var random = new SplittableRandom(5);
        Arrays.setAll(samples, n -> samples[n] + 1e-3 * (random.nextDouble() - 0.5));
        double[] all = analysis().analyse(Excerpt.whole(samples.clone(), RATE), new IndexRange(0, 230));
        double[] some = analysis().analyse(Excerpt.whole(samples.clone(), RATE), new IndexRange(from, end));
        assertThat(some).containsExactly(Arrays.copyOfRange(all, from * WIDTH, end * WIDTH), within(ROUNDING));
    }
}
