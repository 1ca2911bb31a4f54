package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class TimelineTest {
    private final EmotionModel model = Golden.read().with(Readout.Pooling.MEAN, Readout.Cut.START);
    private final FrameColumns columns = model.columns();

    @Test
    void judgesEveryWindowAsAClipOfItsOwn() {
        double[] values = values(47);
        List<Prediction> timeline = timeline(values, 0.1, 0.04, 47);
        for (Prediction window : timeline) {
            int first = (int) Math.round(window.startSeconds() * 100);
            int end = (int) Math.round(window.endSeconds() * 100);
            Prediction clip = model.predict(
                    new Frames(columns, Arrays.copyOfRange(values, first * columns.count(), end * columns.count())));
            assertThat(window.scores()).isEqualTo(clip.scores());
        }
        assertThat(timeline).hasSize(11);
    }

    @Test
    void doesNotDependOnThePiecesThatFramesComeIn() {
        double[] values = values(53);
        assertThat(timeline(values, 0.12, 0.03, 1)).isEqualTo(timeline(values, 0.12, 0.03, 53));
    }

    @Test
    void judgesARecordingShorterThanAWindowAsItIs() {
        List<Prediction> timeline = timeline(values(3), 0.1, 0.05, 3);
        assertThat(timeline).hasSize(1);
        assertThat(timeline.get(0).endSeconds()).isEqualTo(0.03);
    }

    @Test
    void addsNoWindowWhereTheLastOneEndsWithTheRecording() {
        assertThat(timeline(values(20), 0.1, 0.05, 20)).hasSize(3);
    }

    @Test
    void rejectsAWindowLongerThanTheModelTakes() {
        assertThatThrownBy(() -> model.windows(new WindowSettings(59, 1))).hasMessageContaining("may last at most");
    }

    private List<Prediction> timeline(double[] values, double window, double hop, int piece) {
        WindowStream stream = model.windows(new WindowSettings(window, hop));
        var all = new ArrayList<Prediction>();
        int width = columns.count() * piece;
        for (int at = 0; at < values.length; at += width) {
            all.addAll(stream.push(
                    new Frames(columns, Arrays.copyOfRange(values, at, Math.min(values.length, at + width)))));
        }
        all.addAll(stream.finish());
        return all;
    }

    private double[] values(int frames) {
        var random = new Random(frames);
        return random.doubles((long) frames * columns.count(), -1, 1).toArray();
    }
}
