package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.undertone.features.FrameColumns;
import org.undertone.features.Frames;

class ClipStreamTest {
    private static final int MOST = 40;
    private static final List<String> COLUMNS = List.of("a", "b", "c");

    private static EmotionModel model(Readout.Cut cut) {
        return MadeUpModel.small()
                .withColumns(COLUMNS)
                .withReadout(Readout.Pooling.MEAN, MOST, cut)
                .make(3);
    }

    private static double[] values(int count) {
        return new Random(count).doubles((long) count * COLUMNS.size()).toArray();
    }

    private static Frames frames(double[] values, int from, int count) {
        int width = COLUMNS.size();
        return new Frames(new FrameColumns(COLUMNS), Arrays.copyOfRange(values, from * width, (from + count) * width));
    }

    @ParameterizedTest
    @CsvSource({"START, 1, 1", "START, 39, 7", "START, 5000, 13", "CENTRE, 40, 3", "CENTRE, 41, 1", "CENTRE, 5001, 17"})
    void saysOfPiecesWhatItSaysOfTheWhole(Readout.Cut cut, int count, int piece) {
        EmotionModel model = model(cut);
        double[] values = values(count);
        ClipStream clip = model.clip();
        for (int at = 0; at < count; at += piece) {
            clip.push(frames(values, at, Math.min(piece, count - at)));
        }
        assertThat(clip.count()).isEqualTo(count);
        assertThat(clip.finish()).isEqualTo(model.predict(frames(values, 0, count)));
    }

    @ParameterizedTest
    @CsvSource({"START, 0", "CENTRE, 0.58"})
    void keepsLittleMoreThanMayBeJudged(Readout.Cut cut, double share) {
        ClipStream clip = model(cut).clip();
        double[] piece = values(10);
        for (int count = 10; count <= 20_000; count += 10) {
            clip.push(frames(piece, 0, 10));
            assertThat(clip.kept()).isLessThanOrEqualTo((int) (share * count) + MOST + 10);
        }
    }

    @ParameterizedTest
    @EnumSource(Readout.Cut.class)
    void endsOnce(Readout.Cut cut) {
        ClipStream clip = model(cut).clip();
        assertThatThrownBy(model(cut).clip()::finish).isInstanceOf(IllegalArgumentException.class);
        clip.push(frames(values(5), 0, 5));
        clip.finish();
        assertThatThrownBy(clip::finish).isInstanceOf(IllegalStateException.class);
        Frames more = frames(values(5), 0, 5);
        assertThatThrownBy(() -> clip.push(more)).isInstanceOf(IllegalStateException.class);
    }
}
