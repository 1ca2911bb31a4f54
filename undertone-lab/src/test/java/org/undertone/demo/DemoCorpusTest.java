package org.undertone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioStream;
import org.undertone.audio.GlottalState;
import org.undertone.corpus.Emotion;
import org.undertone.extraction.Recording;
import org.undertone.storage.FileFormatException;

class DemoCorpusTest {
    private static final DemoSettings SMALL = new DemoSettings(3, 8);

    @TempDir
    private Path directory;

    @Test
    void everySpeakerShowsEveryEmotionAtEveryIntensityAsOften() {
        List<DemoClip> clips = DemoCorpus.of(DemoSettings.DEFAULT, 1).clips();
        assertThat(clips).hasSize(288);
        assertThat(clips.stream().map(DemoClip::id).collect(Collectors.toSet())).hasSize(288);
        Map<String, List<DemoClip>> bySpeaker = clips.stream()
                .collect(Collectors.groupingBy(clip -> clip.speaker().name()));
        assertThat(bySpeaker).hasSize(12);
        for (List<DemoClip> some : bySpeaker.values()) {
            for (Emotion emotion : Emotion.values()) {
                for (int intensity = 1; intensity <= 3; intensity++) {
                    Mood alone = new Mood(Map.of(emotion, intensity));
                    assertThat(some.stream().filter(clip -> clip.mood().equals(alone)))
                            .as("%s at %d", emotion, intensity)
                            .hasSize(1);
                }
            }
            assertThat(some.stream().filter(clip -> clip.mood().equals(Mood.neutral())))
                    .hasSize(3);
            assertThat(some.stream().filter(clip -> clip.mood().intensities().size() == 2))
                    .hasSize(3);
        }
    }

    @Test
    void labelsAreTheIntensitiesThatAreMeant() {
        for (DemoClip clip : DemoCorpus.of(DemoSettings.DEFAULT, 1).clips()) {
            double sum = clip.labels().stream().mapToDouble(Double::doubleValue).sum();
            assertThat(sum).isBetween(0.0, 3.0);
            clip.mood().intensities().forEach((emotion, intensity) -> assertThat(
                            clip.labels().get(emotion.ordinal()))
                    .isEqualTo(intensity.doubleValue()));
        }
        assertThat(new Mood(Map.of(Emotion.ANGER, 2, Emotion.FEAR, 1)).labels())
                .containsExactly(0.0, 0.0, 2.0, 0.0, 0.0, 1.0);
    }

    @Test
    void aSmallDemonstrationIsBalancedToo() {
        List<DemoClip> clips = DemoCorpus.of(new DemoSettings(2, 7), 1).clips();
        assertThat(clips).hasSize(14);
        assertThat(clips.subList(0, 7))
                .extracting(clip -> clip.mood().example().orElse("none"))
                .containsExactly("neutral", "happiness", "sadness", "anger", "surprise", "disgust", "fear");
    }

    @Test
    void theSameSeedGivesTheSameSamplesAndAnotherOthers() {
        double[] first = DemoCorpus.of(SMALL, 7).clips().get(9).samples();
        assertThat(DemoCorpus.of(SMALL, 7).clips().get(9).samples()).isEqualTo(first);
        assertThat(DemoCorpus.of(SMALL, 8).clips().get(9).samples()).isNotEqualTo(first);
    }

    @Test
    void recordingsAreAsLongAsTheySayAndNotTwiceTheSame() throws Exception {
        List<Recording> recordings = DemoCorpus.of(SMALL, 1).recordings();
        var identities = new HashSet<String>();
        for (Recording recording : recordings) {
            identities.add(recording.audio().sha256());
        }
        assertThat(identities).hasSize(24);
        Recording one = recordings.get(3);
        try (AudioStream stream = one.audio().open()) {
            assertThat(stream.rate()).isEqualTo(16_000);
            var samples = new double[16_000 * 10];
            int read = stream.read(samples, 0, samples.length);
            assertThat((long) read * Short.BYTES).isEqualTo(one.audio().bytes());
            assertThat(Arrays.stream(samples).map(Math::abs).max().orElseThrow())
                    .isBetween(0.05, 1.0);
        }
        assertThat(one.clips().get(0).group()).isEqualTo("voice-01");
    }

    /** The table of {@link Expression} at work: means over speakers, whom chance and other speakers' pitch blur. */
    @Test
    void emotionsDifferInTheDirectionsOfTheLiterature() {
        List<DemoClip> clips = DemoCorpus.of(new DemoSettings(20, 7), 1).clips();
        ToDoubleFunction<GlottalState> pitch = state -> 12 * Math.log(state.f0Hertz()) / Math.log(2);
        ToDoubleFunction<GlottalState> rd = GlottalState::rd;
        assertThat(mean(clips, "fear", pitch)).isGreaterThan(mean(clips, "neutral", pitch) + 3);
        assertThat(mean(clips, "happiness", pitch)).isGreaterThan(mean(clips, "neutral", pitch) + 2);
        assertThat(mean(clips, "sadness", pitch)).isLessThan(mean(clips, "neutral", pitch) - 1);
        assertThat(mean(clips, "disgust", pitch)).isLessThan(mean(clips, "neutral", pitch) - 1);
        assertThat(mean(clips, "anger", rd)).isLessThan(mean(clips, "neutral", rd) - 0.2);
        assertThat(mean(clips, "sadness", rd)).isGreaterThan(mean(clips, "neutral", rd) + 0.2);
        assertThat(mean(clips, "disgust", GlottalState::doubling))
                .isGreaterThan(mean(clips, "happiness", GlottalState::doubling) + 0.1);
        assertThat(seconds(clips, "sadness")).isGreaterThan(1.1 * seconds(clips, "neutral"));
        assertThat(seconds(clips, "anger")).isLessThan(seconds(clips, "neutral"));
    }

    private static double mean(List<DemoClip> clips, String mood, ToDoubleFunction<GlottalState> value) {
        return clips.stream()
                .filter(clip -> clip.mood().example().filter(mood::equals).isPresent())
                .flatMap(clip -> clip.delivery().states().stream())
                .filter(state -> state.glottis().strength() > 0.02)
                .mapToDouble(state -> value.applyAsDouble(state.glottis()))
                .average()
                .orElseThrow();
    }

    private static double seconds(List<DemoClip> clips, String mood) {
        return clips.stream()
                .filter(clip -> clip.mood().example().filter(mood::equals).isPresent())
                .mapToInt(clip -> clip.delivery().sampleCount())
                .average()
                .orElseThrow();
    }

    @Test
    void halfTheIntensityIsHalfTheChange() {
        Expression weak = new Mood(Map.of(Emotion.ANGER, 1)).expression(1);
        Expression strong = new Mood(Map.of(Emotion.ANGER, 3)).expression(1);
        assertThat(3 * weak.f0Level()).isCloseTo(strong.f0Level(), within(1e-12));
        assertThat(3 * weak.rd()).isCloseTo(strong.rd(), within(1e-12));
        Expression mixed = new Mood(Map.of(Emotion.ANGER, 2, Emotion.FEAR, 1)).expression(1);
        assertThat(mixed.level())
                .isCloseTo(
                        (2 * Expression.of(Emotion.ANGER).level()
                                        + Expression.of(Emotion.FEAR).level())
                                / 3,
                        within(1e-12));
    }

    @Test
    void theMostPreciseSpeechIsStillThatOfATract() {
        DemoClip clip = DemoCorpus.of(DemoSettings.DEFAULT, 24).clips().stream()
                .filter(some -> some.id().equals("voice-05-04"))
                .findFirst()
                .orElseThrow();
        // A back vowel, said with so much anger that its second formant would lie below the first.
        assertThat(clip.samples()).hasSize(clip.delivery().sampleCount());
        assertThat(clip.delivery().states()).anyMatch(state -> {
            double[] formants = state.tract().formantsHertz();
            return formants[1] < 1.1 * formants[0];
        });
    }

    @Test
    void namesDoNotDependOnTheLanguageOfTheMachine() {
        List<String> names =
                DemoCorpus.of(SMALL, 1).clips().stream().map(DemoClip::id).toList();
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(DemoCorpus.of(SMALL, 1).clips()).extracting(DemoClip::id).isEqualTo(names);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void writesClipsToListenTo() throws Exception {
        DemoCorpus.of(SMALL, 1).writeExamples(directory);
        try (var files = Files.list(directory)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(14)
                    .contains("voice-01-neutral.wav", "voice-02-anger.wav")
                    .doesNotContain("voice-03-neutral.wav");
        }
    }

    @Test
    void goesOnOnlyWithTheSameDemonstration() throws Exception {
        Path demo = directory.resolve("demo");
        DemoDirectory.begin(demo, SMALL, 1, false);
        assertThat(DemoDirectory.begin(demo, SMALL, 1, true).corpus()).isEqualTo(demo.resolve("corpus"));
        assertThatThrownBy(() -> DemoDirectory.begin(demo, SMALL, 1, false))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("holds a demonstration already; go on with it by --resume");
        assertThatThrownBy(() -> DemoDirectory.begin(demo, SMALL, 2, true))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("was \"1\" and is \"2\" now");
        assertThatThrownBy(() -> DemoDirectory.begin(demo, new DemoSettings(4, 8), 1, true))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("speakers");
    }

    @Test
    void doesNotTouchADirectoryOfSomethingElse() throws Exception {
        Files.writeString(directory.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> DemoDirectory.begin(directory, SMALL, 1, true))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> new DemoSettings(1, 24)).hasMessage("speakers must be 2 to 99 but are 1");
        assertThatThrownBy(() -> new DemoSettings(2, 0)).hasMessage("clips per speaker must be 1 to 999 but are 0");
    }
}
