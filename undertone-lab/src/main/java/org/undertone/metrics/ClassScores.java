package org.undertone.metrics;

/** Scores of the four classes that intensities round to: one table of counts, read in several ways. */
final class ClassScores {
    /** [class of the label][class of the prediction] number of clips. */
    private final long[][] counts = new long[Rounding.CLASSES][Rounding.CLASSES];

    private final int clips;

    private ClassScores(OneEmotion emotion) {
        clips = emotion.clips();
        for (int clip = 0; clip < clips; clip++) {
            counts[Rounding.toClass(emotion.labels()[clip])][Rounding.toClass(emotion.predictions()[clip])]++;
        }
    }

    static Score accuracy(OneEmotion emotion) {
        var classes = new ClassScores(emotion);
        long equal = 0;
        for (int c = 0; c < Rounding.CLASSES; c++) {
            equal += classes.counts[c][c];
        }
        return Score.of((double) equal / classes.clips);
    }

    /** Mean F1 over the classes that occur in the labels; one that is never predicted counts 0. */
    static Score macroF1(OneEmotion emotion) {
        var classes = new ClassScores(emotion);
        double sum = 0;
        int occurring = 0;
        for (int c = 0; c < Rounding.CLASSES; c++) {
            if (classes.labelled(c) > 0) {
                sum += classes.f1(c);
                occurring++;
            }
        }
        return Score.of(sum / occurring);
    }

    static Score f1Absent(OneEmotion emotion) {
        var classes = new ClassScores(emotion);
        return classes.labelled(0) == 0 ? Score.undefined("no label rounds to 0") : Score.of(classes.f1(0));
    }

    /**
     * Cohen's kappa with weights (i - j)^2 ("Weighted kappa", Psychological Bulletin 70, 1968): 1 - observed / expected
     * disagreement, in whole numbers, so that a constant prediction scores exactly 0.
     */
    static Score quadraticKappa(OneEmotion emotion) {
        var classes = new ClassScores(emotion);
        long observed = 0;
        long expected = 0;
        for (int i = 0; i < Rounding.CLASSES; i++) {
            if (classes.labelled(i) == classes.clips) {
                return Score.undefined(
                        emotion.constantLabels() ? OneEmotion.CONSTANT_LABELS : "all labels round to " + i);
            }
            for (int j = 0; j < Rounding.CLASSES; j++) {
                long weight = (long) (i - j) * (i - j);
                observed += weight * classes.counts[i][j];
                expected += weight * classes.labelled(i) * classes.predicted(j);
            }
        }
        return Score.of(1 - (double) (observed * classes.clips) / expected);
    }

    private long labelled(int c) {
        long sum = 0;
        for (long count : counts[c]) {
            sum += count;
        }
        return sum;
    }

    private long predicted(int c) {
        long sum = 0;
        for (long[] row : counts) {
            sum += row[c];
        }
        return sum;
    }

    /** 2 TP / (labelled + predicted) of a class that is labelled at least once. */
    private double f1(int c) {
        return 2.0 * counts[c][c] / (labelled(c) + predicted(c));
    }
}
