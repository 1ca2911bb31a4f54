package org.undertone.metrics;

/** Is the emotion there at all? A label above 0 is present; a prediction of at least the threshold says so. */
final class PresenceScores {
    private static final String NO_POSITIVES = "no positives";
    private static final String ONLY_POSITIVES = "only positives";

    private final OneEmotion emotion;
    private final boolean[] present;
    private int positives;
    private int truePositives;
    private int falsePositives;

    private PresenceScores(OneEmotion emotion) {
        this.emotion = emotion;
        present = emotion.present();
        for (int clip = 0; clip < present.length; clip++) {
            boolean predicted = emotion.predictions()[clip] >= emotion.thresholds()[clip];
            positives += present[clip] ? 1 : 0;
            truePositives += present[clip] && predicted ? 1 : 0;
            falsePositives += !present[clip] && predicted ? 1 : 0;
        }
    }

    /** Unweighted average recall of present and absent; the "weighted accuracy" of the CMU-MOSEI literature. */
    static Score averageRecall(OneEmotion emotion) {
        var presence = new PresenceScores(emotion);
        return presence.oneSided() ? presence.undefined() : Score.of(presence.averageRecall());
    }

    /** Mean of the F1 of present and of absent; a side that is never predicted counts 0. */
    static Score macroF1(OneEmotion emotion) {
        var presence = new PresenceScores(emotion);
        return presence.oneSided() ? presence.undefined() : Score.of(presence.macroF1());
    }

    static Score f1Present(OneEmotion emotion) {
        var presence = new PresenceScores(emotion);
        return presence.positives == 0 ? presence.undefined() : Score.of(presence.f1Present());
    }

    /** Sum over distinct predictions, from the largest, of (gain in recall) x precision, without interpolation. */
    static Score averagePrecision(OneEmotion emotion) {
        var presence = new PresenceScores(emotion);
        return presence.oneSided() ? presence.undefined() : Score.of(presence.averagePrecision());
    }

    /** Chance that a positive clip is predicted above a negative one, ties one half (Mann and Whitney, 1947). */
    static Score areaUnderRoc(OneEmotion emotion) {
        var presence = new PresenceScores(emotion);
        return presence.oneSided() ? presence.undefined() : Score.of(presence.areaUnderRoc());
    }

    private int negatives() {
        return present.length - positives;
    }

    private boolean oneSided() {
        return positives == 0 || negatives() == 0;
    }

    private Score undefined() {
        return Score.undefined(positives == 0 ? NO_POSITIVES : ONLY_POSITIVES);
    }

    private double averageRecall() {
        double present = (double) truePositives / positives;
        double absent = (double) (negatives() - falsePositives) / negatives();
        return (present + absent) / 2;
    }

    private double f1Present() {
        return 2.0 * truePositives / (positives + truePositives + falsePositives);
    }

    private double macroF1() {
        int trueNegatives = negatives() - falsePositives;
        int falseNegatives = positives - truePositives;
        double f1Absent = 2.0 * trueNegatives / (negatives() + trueNegatives + falseNegatives);
        return (f1Present() + f1Absent) / 2;
    }

    private double averagePrecision() {
        double[] predictions = emotion.predictions();
        int[] order = Ranks.ascending(predictions);
        double sum = 0;
        // Clips from `first` on are those predicted present at this threshold; `hits` of them are.
        int hits = positives;
        int first = 0;
        while (first < order.length) {
            int end = Ranks.endOfTie(predictions, order, first);
            double precision = (double) hits / (order.length - first);
            int gained = 0;
            for (int place = first; place < end; place++) {
                gained += present[order[place]] ? 1 : 0;
            }
            sum += gained * precision;
            hits -= gained;
            first = end;
        }
        return sum / positives;
    }

    private double areaUnderRoc() {
        double[] doubledRanks = Ranks.doubled(emotion.predictions());
        double sum = 0;
        for (int clip = 0; clip < present.length; clip++) {
            sum += present[clip] ? doubledRanks[clip] : 0;
        }
        double leastSum = (double) positives * (positives + 1);
        return (sum - leastSum) / (2.0 * positives * negatives());
    }
}
