package org.undertone.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.undertone.features.Frames;

/**
 * The band of the mel-cepstral coefficients, each less its mean over the recording: the first one, the level, lies far
 * from the others. All have one scale, so that what is small looks small.
 */
final class CepstrumBand {
    private static final String PREFIX = "MCEP_";
    private static final double MOST = 1;

    private CepstrumBand() {}

    static TimeBand of(SpeechTracks tracks) {
        Frames frames = tracks.frames();
        List<double[]> coefficients = new ArrayList<>();
        FrameGroups groups = FrameGroups.of(frames);
        for (String column : frames.columns().names()) {
            if (column.startsWith(PREFIX)) {
                coefficients.add(lessMean(groups.means(column, frame -> true)));
            }
        }
        int count = coefficients.size();
        XYChart chart = TimeBand.chart(tracks.seconds(), -0.5, count - 0.5);
        chart.getStyler().setYAxisDecimalPattern("0").setYAxisTickMarkSpacingHint(40);
        double groupSeconds = groups.size() * Frames.HOP_SECONDS;
        var map = new HeatMap(
                (along, up) -> {
                    int group = (int) (along * tracks.seconds() / groupSeconds);
                    int coefficient = Math.min(count - 1, (int) (up * count));
                    return group < groups.count() ? coefficients.get(coefficient)[group] : Double.NaN;
                },
                ColorScale.AROUND_ZERO,
                -MOST,
                MOST);
        var bar = new ColorBar(ColorScale.AROUND_ZERO, 0, List.of("-1", "mean", "+1"));
        return new TimeBand(
                "Mel cepstrum",
                "each coefficient less its mean; the strongest colours stand for all beyond",
                "MCEP number",
                255,
                chart,
                List.of(map::draw, bar::draw));
    }

    private static double[] lessMean(double[] track) {
        double mean = Arrays.stream(track).average().orElse(0);
        return Arrays.stream(track).map(value -> value - mean).toArray();
    }
}
