package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;
import org.undertone.features.StretchSettings;

/** Models that learned from other columns, or from frames at another rate, than audio gives. */
class ColumnSelectionTest {
    private static final List<String> SOME = List.of("creak", "MCEP_3", "F0");
    private static final double[] VALUES =
            new Random(3).doubles(40L * FrameColumns.COVAREP.count(), -5, 5).toArray();
    private static final Frames ALL = new Frames(FrameColumns.COVAREP, VALUES);

    private final EmotionModel model = MadeUpModel.small().withColumns(SOME).make(1);

    @Test
    void findsItsColumnsAmongOthersByName() {
        var own = new double[40 * 3];
        for (int column = 0; column < 3; column++) {
            double[] track = ALL.column(SOME.get(column));
            for (int frame = 0; frame < 40; frame++) {
                own[frame * 3 + column] = track[frame];
            }
        }
        Prediction expected = model.predict(new Frames(new FrameColumns(SOME), own));
        assertThat(model.predict(ALL)).isEqualTo(expected);
        assertThat(expected.scores())
                .isNotEqualTo(model.predict(new Frames(new FrameColumns(List.of("F0", "creak", "MCEP_3")), own))
                        .scores());
    }

    @Test
    void timelinesFindThemToo() {
        WindowStream windows = model.windows(new WindowSettings(0.2, 0.1));
        List<Prediction> timeline = windows.push(ALL);
        assertThat(timeline).hasSize(3);
        double[] second = Arrays.copyOfRange(VALUES, 10 * 74, 30 * 74);
        assertThat(timeline.get(1).scores())
                .isEqualTo(
                        model.predict(new Frames(FrameColumns.COVAREP, second)).scores());
    }

    @Test
    void rejectsFramesWithoutOneOfItsColumns() {
        var frames = new Frames(new FrameColumns(List.of("F0", "creak")), new double[20]);
        String sentence =
                "this model takes column 'MCEP_3', which is not among the 2 columns of the frames; give it frames"
                        + " with the columns [creak, MCEP_3, F0]";
        assertThatThrownBy(() -> model.predict(frames))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> model.windows(WindowSettings.DEFAULT).push(frames))
                .hasMessage(sentence);
    }

    @Test
    void rejectsAudioForAModelOfColumnsThatAudioDoesNotGive() {
        EmotionModel other =
                MadeUpModel.small().withColumns(List.of("F0", "loudness")).make(1);
        String sentence = "this model learned from column 'loudness', which is not among the 74 that Undertone computes"
                + " from audio; predict from frames that have it";
        assertThatThrownBy(other::extractor)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> other.stream(16_000, WindowSettings.DEFAULT)).hasMessage(sentence);
        assertThatThrownBy(() -> other.predict(new double[16_000], 16_000)).hasMessage(sentence);
        var own = new Frames(new FrameColumns(List.of("loudness", "F0")), new double[20]);
        assertThat(other.predict(own).scores()).hasSize(2);
    }

    @Test
    void rejectsFramesForAModelOfAnotherFrameRate() {
        EmotionModel other = MadeUpModel.small().withFrameRate(50).make(1);
        String sentence =
                "this model learned from 50.0 frames per second, where Undertone's have 100.0; predict from an"
                        + " array of frames at the model's rate";
        assertThatThrownBy(() -> other.predict(ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> other.windows(WindowSettings.DEFAULT)).hasMessage(sentence);
        assertThatThrownBy(other::extractor).hasMessage(sentence);
        assertThat(other.predict(ALL.toFloats(), 40)).hasSize(2);
        assertThat(MadeUpModel.small().withFrameRate(99.99).make(1).predict(ALL).scores())
                .hasSize(2);
    }

    @Test
    void extractsByTheRecipeThatTheModelStates() {
        EmotionModel original =
                MadeUpModel.small().withRecipe(FeatureRecipe.COVAREP_1_4_2).make(1);
        assertThat(original.extractor().settings().recipe()).isEqualTo(FeatureRecipe.COVAREP_1_4_2);
        assertThat(original.extractor().settings().stretch()).isEqualTo(StretchSettings.WHOLE);
        EmotionModel unstated = MadeUpModel.small().withRecipe(null).make(1);
        assertThat(unstated.extractor().settings().recipe()).isEqualTo(FeatureRecipe.COVAREP);
        assertThat(unstated.extractor().settings().stretch()).isEqualTo(StretchSettings.DEFAULT);
        assertThat(original.stream(8000, WindowSettings.DEFAULT).delaySeconds()).isEqualTo(1.5);
    }
}
