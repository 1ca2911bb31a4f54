package org.undertone.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.undertone.features.FrameColumns;

/**
 * Makes small corpora whose intensities can be learned from the frames: each emotion moves every column by a direction
 * of its own, each group adds an offset, and noise covers both. The same shape and seed give the same bytes.
 */
public final class SmallCorpora {
    private static final double FRAME_RATE = 100;
    private static final double GROUP_SCALE = 0.3;
    private static final double NOISE_SCALE = 0.5;
    private static final List<String> FOLDS = List.of("train", "train", "train", "dev", "test");

    private SmallCorpora() {}

    /**
     * The size of a corpus.
     *
     * @param groups number of groups; the folds train, train, train, dev, test are dealt over them in turn
     * @param clipsPerGroup number of clips of each
     * @param columns number of columns, named as COVAREP's where there are 74
     * @param shortest number of frames of the shortest clip, 1 or more
     * @param longest number of frames of the longest clip
     */
    public record Shape(int groups, int clipsPerGroup, int columns, int shortest, int longest) {
        /** Five groups of eight clips of 5 to 40 frames with 74 columns. */
        public static final Shape USUAL = new Shape(5, 8, 74, 5, 40);

        /** The same with another number of columns. */
        public Shape withColumns(int number) {
            return new Shape(groups, clipsPerGroup, number, shortest, longest);
        }
    }

    /** Writes a corpus directory and returns {@code target}. */
    public static Path write(Path target, Shape shape, long seed) throws IOException {
        var random = new SplittableRandom(seed);
        double[][] directions = gaussian(random, Emotion.values().length, shape.columns(), 1);
        double[][] offsets = gaussian(random, shape.groups(), shape.columns(), GROUP_SCALE);
        try (CorpusWriter writer = CorpusWriter.create(target, columns(shape.columns()))) {
            for (int group = 0; group < shape.groups(); group++) {
                for (int clip = 0; clip < shape.clipsPerGroup(); clip++) {
                    double[] intensities = intensities(random);
                    int frames = random.nextInt(shape.shortest(), shape.longest() + 1);
                    writer.append(frames(random, frames, mix(directions, intensities, offsets[group])));
                    writer.endClip(utterance(group, clip, frames, intensities));
                }
            }
            var notes = new CorpusNotes();
            notes.source(
                    new CorpusDescription.Source("acoustic", "made", 0, String.format("%064x", seed), "COVAREP", ""));
            writer.commit(FRAME_RATE, notes);
        }
        return target;
    }

    /** Utterances alone, for what needs no frames: clips of a second each, one after the other, one source per group. */
    public static List<Utterance> utterances(int... clipsPerGroup) {
        List<Utterance> utterances = new ArrayList<>();
        for (int group = 0; group < clipsPerGroup.length; group++) {
            for (int clip = 0; clip < clipsPerGroup[group]; clip++) {
                utterances.add(new Utterance(
                        "video" + group + "[" + clip + "]",
                        "video" + group,
                        "group" + group,
                        clip,
                        clip + 1,
                        FOLDS.get(group % FOLDS.size()),
                        List.of(1.0, 0.0, 0.0, 0.0, 0.0, 0.0)));
            }
        }
        return utterances;
    }

    private static FrameColumns columns(int count) {
        if (count == FrameColumns.COVAREP.count()) {
            return FrameColumns.COVAREP;
        }
        return new FrameColumns(
                IntStream.range(0, count).mapToObj(column -> "column" + column).toList());
    }

    private static Utterance utterance(int group, int clip, int frames, double[] intensities) {
        return new Utterance(
                "video" + group + "_" + clip + "[0]",
                "video" + group + "_" + clip,
                "group" + group,
                0,
                frames / FRAME_RATE,
                FOLDS.get(group % FOLDS.size()),
                Arrays.stream(intensities).boxed().toList());
    }

    /** About two emotions of a clip are present, in thirds, as the mean of three ratings is. */
    private static double[] intensities(SplittableRandom random) {
        var intensities = new double[Emotion.values().length];
        for (int emotion = 0; emotion < intensities.length; emotion++) {
            intensities[emotion] = random.nextInt(3) == 0 ? random.nextInt(1, 10) / 3.0 : 0;
        }
        return intensities;
    }

    private static double[] mix(double[][] directions, double[] intensities, double[] offset) {
        double[] level = offset.clone();
        for (int emotion = 0; emotion < intensities.length; emotion++) {
            for (int column = 0; column < level.length; column++) {
                level[column] += directions[emotion][column] * intensities[emotion];
            }
        }
        return level;
    }

    private static float[] frames(SplittableRandom random, int frames, double[] level) {
        var values = new float[frames * level.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (level[i % level.length] + NOISE_SCALE * gaussian(random));
        }
        return values;
    }

    private static double[][] gaussian(SplittableRandom random, int rows, int columns, double scale) {
        var values = new double[rows][columns];
        for (double[] row : values) {
            for (int column = 0; column < columns; column++) {
                row[column] = scale * gaussian(random);
            }
        }
        return values;
    }

    /** Box and Muller's transform. */
    private static double gaussian(SplittableRandom random) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
