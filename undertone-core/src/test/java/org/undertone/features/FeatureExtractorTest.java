package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.audio.AudioStream;
import org.undertone.audio.Frication;
import org.undertone.audio.GlottalState;
import org.undertone.audio.Resampler;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;

/** All stages together, on a voice of which everything is known and on sounds that are none. */
class FeatureExtractorTest {
    private static final int RATE = 16_000;
    private static final FeatureExtractor MENDED = FeatureExtractor.create(ExtractorSettings.DEFAULT);
    private static final FeatureExtractor ORIGINAL =
            FeatureExtractor.create(ExtractorSettings.of(FeatureRecipe.COVAREP_1_4_2));

    /** A healthy voice that glides between 120 and 150 Hz and from a vowel to another; silent from 0.9 to 1.1 s. */
    private static double[] voice(int rate, double seconds) {
        List<VoiceState> states = new ArrayList<>();
        for (double t = 0; t < seconds; t += VoiceState.HOP_SECONDS) {
            double strength = t > 0.9 && t < 1.1 ? 0 : 0.5;
            var glottis = new GlottalState(135 + 15 * Math.sin(2 * Math.PI * t / 1.3), 1, strength, 0.003, 0);
            var tract = Vowel.HUD.tract().towards(Vowel.HEAD.tract(), 0.5 - 0.5 * Math.cos(t));
            states.add(new VoiceState(glottis, tract, Frication.NONE));
        }
        return SyntheticVoice.create(new VoiceSettings(rate, 0.005, 0.03, 1e-4))
                .speak(states, 3)
                .samples();
    }

    private static double[] sound(int samples, IntToDoubleFunction value) {
        var sound = new double[samples];
        Arrays.setAll(sound, value);
        return sound;
    }

    /** The share of frames in a range in which a column of both differs by at most a tolerance. */
    private static double agreement(Frames a, Frames b, String column, int from, int to, double tolerance) {
        double[] ours = a.column(column);
        double[] theirs = b.column(column);
        int inside = 0;
        for (int frame = from; frame < to; frame++) {
            inside += Math.abs(ours[frame] - theirs[frame]) <= tolerance ? 1 : 0;
        }
        return inside / (double) (to - from);
    }

    /**
     * Off by a bin, a sample or a few milliseconds, as the original is in places, makes these differences: F0 of 1 Hz, MDQ of
     * a sample in a period, mel cepstra that lie 50 ms elsewhere at the ends.
     */
    @Test
    void recipesAgreeWhereNoDefectIsInvolved() throws NoFeaturesException {
        double[] samples = voice(RATE, 2.5);
        Frames mended = MENDED.extract(samples, RATE);
        Frames original = ORIGINAL.extract(samples, RATE);
        assertThat(mended.count()).isEqualTo(original.count()).isEqualTo(250);
        assertThat(agreement(mended, original, "F0", 10, 80, 1.01)).isGreaterThan(0.97);
        assertThat(agreement(mended, original, "VUV", 10, 240, 0)).isGreaterThan(0.98);
        assertThat(agreement(mended, original, "NAQ", 10, 80, 0.02)).isGreaterThan(0.95);
        assertThat(agreement(mended, original, "QOQ", 10, 80, 0.05)).isGreaterThan(0.95);
        assertThat(agreement(mended, original, "H1H2", 10, 80, 1)).isGreaterThan(0.9);
        assertThat(agreement(mended, original, "PSP", 10, 80, 0.05)).isGreaterThan(0.9);
        assertThat(agreement(mended, original, "MDQ", 10, 80, 0.02)).isGreaterThan(0.95);
        assertThat(agreement(mended, original, "peakSlope", 10, 240, 0.01)).isGreaterThan(0.99);
        assertThat(agreement(mended, original, "MCEP_0", 120, 130, 0.3)).isGreaterThan(0.9);
        assertThat(agreement(mended, original, "MCEP_1", 120, 130, 0.1)).isGreaterThan(0.9);
    }

    /** Rd of the voice is 1; the formula of 1.4.2 is the one with the slip. */
    @Test
    void theDefaultRecipeFindsTheRdOfTheVoice() throws NoFeaturesException {
        double[] rd = MENDED.extract(voice(RATE, 0.9), RATE).column("Rd");
        double[] inside = Arrays.stream(rd, 15, 75).sorted().toArray();
        assertThat(inside[inside.length / 2]).isCloseTo(1, within(0.35));
    }

    @Test
    void followedLiveGivesTheFramesOfTheFileUnderTheSameStretches() throws NoFeaturesException {
        double[] samples = voice(22_050, 3.3);
        var extractor = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(StretchSettings.LIVE));
        Frames file = extractor.extract(samples, 22_050);
        FrameStream stream = extractor.stream(22_050);
        var live = new FrameRows();
        var random = new Random(5);
        for (int at = 0; at < samples.length; ) {
            int piece = Math.min(samples.length - at, 1 + random.nextInt(4000));
            live.add(stream.push(samples, at, piece).values());
            at += piece;
        }
        live.add(stream.finish().values());
        assertThat(live.toFrames().values()).isEqualTo(file.values());
        assertThat(file.count()).isEqualTo(330);
    }

    /** What is decided over a whole stretch: the range of F0, the typical cycle of SEDREAMS, the loudest moment of creak. */
    @Test
    void seamsShowOnlyInWhatIsDecidedOverAWholeStretch() throws NoFeaturesException {
        double[] samples = voice(RATE, 5);
        Frames whole = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(StretchSettings.WHOLE))
                .extract(samples, RATE);
        Frames cut = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(new StretchSettings(1, 1)))
                .extract(samples, RATE);
        int count = whole.count();
        assertThat(cut.count()).isEqualTo(count);
        assertThat(agreement(whole, cut, "peakSlope", 0, count, 1e-9)).isEqualTo(1);
        for (String column : List.of("F0", "VUV", "Rd", "Rd_conf", "MCEP_0", "MCEP_7", "MCEP_24")) {
            assertThat(agreement(whole, cut, column, 0, count, 1e-9)).as(column).isGreaterThan(0.97);
        }
        for (String column : List.of("HMPDM_8", "HMPDM_23", "HMPDD_0", "HMPDD_5")) {
            // Each frame of them sees 0.25 s to both sides, so that a few frames of another F0 go a long way.
            assertThat(agreement(whole, cut, column, 0, count, 1e-6)).as(column).isGreaterThan(0.8);
        }
        for (String column : List.of("NAQ", "QOQ", "H1H2", "PSP", "MDQ")) {
            assertThat(agreement(whole, cut, column, 0, count, 1e-3)).as(column).isGreaterThan(0.9);
        }
    }

    @Test
    void upsideDownSoundsTheSame() throws NoFeaturesException {
        double[] samples = voice(RATE, 1);
        double[] turned = sound(samples.length, n -> -samples[n]);
        assertThat(MENDED.extract(turned, RATE).values())
                .isEqualTo(MENDED.extract(samples, RATE).values());
    }

    @ParameterizedTest
    @ValueSource(ints = {8000, 11_025, 12_345, 44_100, 192_000})
    void anyRateGivesThePitch(int rate) throws NoFeaturesException {
        double[] samples = Resampler.resample(voice(RATE, 0.8), RATE, rate);
        double[] f0 = MENDED.extract(samples, rate).column("F0");
        assertThat(f0).hasSizeBetween(79, 80);
        int found = 0;
        for (int frame = 8; frame < 72; frame++) {
            double seconds = 0.005 + 0.01 * frame;
            double truth = 135 + 15 * Math.sin(2 * Math.PI * seconds / 1.3);
            found += Math.abs(f0[frame] - truth) < 2.5 ? 1 : 0;
        }
        // An octave too high now and then is in the nature of the method.
        assertThat(found).isGreaterThan(60);
    }

    @Test
    void whateverTheSoundTheDefaultRecipeGivesNumbers() throws NoFeaturesException {
        var random = new Random(11);
        var sounds = List.of(
                sound(480, n -> 0),
                sound(481, n -> random.nextGaussian()),
                sound(700, n -> n == 350 ? 1 : 0),
                sound(8000, n -> 0),
                sound(8000, n -> 0.5),
                sound(8000, n -> random.nextDouble() < 0.5 ? 1 / 32768.0 : 0),
                sound(8000, n -> 0.1 * random.nextGaussian()),
                sound(8000, n -> Math.sin(2 * Math.PI * 150 * n / RATE)),
                sound(8000, n -> n % 2 == 0 ? 1 : -1),
                sound(8000, n -> n > 4000 ? Math.sin(n * 0.05) : 0),
                sound(8000, n -> n % 3000 < 1000 ? 0.3 * Math.sin(n * 0.05) : 0),
                sound(8000, n -> 1e-12 * random.nextGaussian()),
                sound(8000, n -> 1e-160 * random.nextGaussian()),
                sound(8000, n -> AudioStream.LOUDEST * Math.sin(n * 0.05)),
                sound(8000, n -> Math.signum(Math.sin(n * 0.03))));
        for (int i = 0; i < sounds.size(); i++) {
            Frames frames = MENDED.extract(sounds.get(i), RATE);
            assertThat(frames.count()).isEqualTo((sounds.get(i).length - 80) / 160 + 1);
            for (double value : frames.values()) {
                assertThat(value).as("sound %d", i).isFinite();
            }
        }
    }

    @Test
    void silenceIsSaidToBeUnvoiced() throws NoFeaturesException {
        Frames frames = MENDED.extract(new double[RATE], RATE);
        assertThat(frames.column("VUV")).containsOnly(0);
        assertThat(frames.column("F0")).containsOnly(0);
        assertThat(frames.column("creak")).containsOnly(0);
        assertThat(frames.column("peakSlope")).containsOnly(0);
    }

    @Test
    void aStretchInDoubtDoesNotTurnOver() throws NoFeaturesException {
        double[] samples = voice(RATE, 4);
        for (int n = 2 * RATE; n < 3 * RATE; n++) {
            samples[n] = 1e-4 * Math.sin(n * 0.7) * Math.abs(Math.sin(n * 0.01));
        }
        var cut = FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(new StretchSettings(0.5, 0.2)));
        double[] upside = sound(samples.length, n -> -samples[n]);
        assertThat(cut.extract(upside, RATE).values())
                .isEqualTo(cut.extract(samples, RATE).values());
    }

    @Test
    void lessThanThirtyMillisecondsAreRefused() {
        assertThatThrownBy(() -> MENDED.extract(new double[479], RATE))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("30 ms");
        assertThatThrownBy(() -> MENDED.extract(new double[0], RATE)).isInstanceOf(NoFeaturesException.class);
    }

    @Test
    void theOriginalGivesUpWithASentence() {
        assertThatThrownBy(() -> ORIGINAL.extract(new double[RATE], RATE))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("silent");
        assertThatThrownBy(() -> ORIGINAL.extract(voice(RATE, 0.6), RATE))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("73");
        var random = new Random(1);
        assertThatThrownBy(() -> ORIGINAL.extract(sound(960, n -> random.nextGaussian()), RATE))
                .isInstanceOf(NoFeaturesException.class)
                .hasMessageContaining("closure instants");
    }

    @Test
    void ratesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> MENDED.stream(7999)).hasMessageContaining("7999");
        assertThatThrownBy(() -> MENDED.stream(192_001)).hasMessageContaining("192001");
    }

    @Test
    void framesDoNotDependOnWhoHelps() throws Exception {
        double[] voice = voice(RATE, 1.5);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (FeatureExtractor extractor : List.of(MENDED, ORIGINAL)) {
                Frames alone = extractor.extract(voice, RATE);
                assertThat(extractor.helpedBy(threads).extract(voice, RATE).values())
                        .isEqualTo(alone.values());
                assertThat(extractor.helpedBy(work -> {}).extract(voice, RATE).values())
                        .isEqualTo(alone.values());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void ofTwoReasonsToGiveUpTheOneOfTheSourceIsNamedWhoeverHelps() {
        double[] noise = sound(RATE / 4, n -> 0.1 * Math.sin(n * n));
        String alone = reason(ORIGINAL, noise);
        assertThat(reason(ORIGINAL.helpedBy(work -> {}), noise)).isEqualTo(alone);
        assertThat(reason(ORIGINAL.helpedBy(work -> new Thread(work).start()), noise))
                .isEqualTo(alone);
    }

    private static String reason(FeatureExtractor extractor, double[] sound) {
        try {
            extractor.extract(sound, RATE);
            return "none";
        } catch (NoFeaturesException e) {
            return e.getMessage();
        }
    }
}
