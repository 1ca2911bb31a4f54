package org.undertone.bench.serve;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import org.undertone.features.ExtractorSettings;
import org.undertone.features.FeatureExtractor;
import org.undertone.features.FrameStream;
import org.undertone.features.StretchSettings;

/**
 * What the features alone cost here and now: the yardstick for what a server makes of the same processors.
 *
 * @param live CPU seconds for a second of speech that arrives piece by piece, as a stream's does
 * @param file the same for a recording
 */
record FeatureCost(double live, double file) {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final int PIECES_PER_SECOND = 10;

    /** Medians of rounds in turn, of this process as a whole, its collector included. */
    static FeatureCost measure(double[] speech) throws IOException {
        var live = new ArrayList<Double>();
        var file = new ArrayList<Double>();
        double seconds = speech.length / (double) Speech.RATE;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double begin = cpuSeconds();
            followed(speech);
            double middle = cpuSeconds();
            FeatureExtractor.create(ExtractorSettings.DEFAULT).extract(speech, Speech.RATE);
            double end = cpuSeconds();
            if (round >= 0) {
                live.add((middle - begin) / seconds);
                file.add((end - middle) / seconds);
            }
        }
        return new FeatureCost(new Quantiles(live).at(0.5), new Quantiles(file).at(0.5));
    }

    private static void followed(double[] speech) throws IOException {
        FrameStream stream =
                FeatureExtractor.create(ExtractorSettings.DEFAULT.withStretch(StretchSettings.LIVE)).stream(
                        Speech.RATE);
        int piece = Speech.RATE / PIECES_PER_SECOND;
        for (int at = 0; at < speech.length; at += piece) {
            stream.push(speech, at, Math.min(piece, speech.length - at));
        }
        stream.finish();
    }

    private static double cpuSeconds() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}
