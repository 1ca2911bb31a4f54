package org.undertone.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.undertone.signal.Spectrogram;
import org.undertone.signal.Waveform;

/** The bands of the samples themselves: waveform and spectrogram. */
final class SignalBands {
    private static final Color WAVE = new Color(0x2F4B66);
    private static final double PERCENT = 100;
    private static final double LEAST_PERCENT = 0.1;

    private SignalBands() {}

    static TimeBand waveform(SpeechTracks tracks) {
        Waveform waveform = tracks.waveform();
        int columns = waveform.columns();
        var x = new double[2 * columns];
        var y = new double[2 * columns];
        double highest = LEAST_PERCENT;
        for (int c = 0; c < columns; c++) {
            // Down and up by turns, so that the line between two columns is no longer than it must be.
            x[2 * c] = Math.min(tracks.seconds(), (c + 0.5) * waveform.columnSeconds());
            x[2 * c + 1] = x[2 * c];
            y[2 * c] = c % 2 == 0 ? PERCENT * waveform.lows()[c] : PERCENT * waveform.highs()[c];
            y[2 * c + 1] = c % 2 == 0 ? PERCENT * waveform.highs()[c] : PERCENT * waveform.lows()[c];
            highest = Math.max(highest, Math.max(Math.abs(y[2 * c]), Math.abs(y[2 * c + 1])));
        }
        XYChart chart = TimeBand.chart(tracks.seconds(), -1.08 * highest, 1.08 * highest);
        chart.getStyler().setYAxisDecimalPattern(highest >= 5 ? "0" : highest >= 0.5 ? "0.0" : "0.00");
        TimeBand.add(chart, "waveform", x, y, WAVE).setLineStyle(new BasicStroke(0.7f));
        return new TimeBand("Waveform", "", "Full scale (%)", 170, chart, List.of());
    }

    static TimeBand spectrogram(SpeechTracks tracks) {
        Spectrogram spectrogram = tracks.spectrogram();
        double kilohertz = Math.max(0.001, (spectrogram.bins() - 1) * spectrogram.binHertz() / 1000);
        XYChart chart = TimeBand.chart(tracks.seconds(), 0, kilohertz);
        chart.getStyler().setYAxisDecimalPattern(kilohertz >= 3 ? "0" : "0.0");
        double floor = spectrogram.floorDecibels();
        var map = new HeatMap(
                (along, up) -> level(spectrogram, along * tracks.seconds(), up), ColorScale.VIRIDIS, floor, 0);
        var bar = new ColorBar(
                ColorScale.VIRIDIS, 0, List.of(Math.round(floor) + " dB", Math.round(floor / 2) + " dB", "0 dB"));
        return new TimeBand(
                "Spectrogram",
                "level re the strongest cell",
                "Frequency (kHz)",
                340,
                chart,
                List.of(map::draw, bar::draw));
    }

    /** Between four cells, linear in dB. */
    private static double level(Spectrogram spectrogram, double seconds, double up) {
        double time = seconds / spectrogram.columnSeconds() - 0.5;
        double bin = up * (spectrogram.bins() - 1);
        int column = clamp((int) Math.floor(time), spectrogram.columns());
        int later = clamp((int) Math.floor(time) + 1, spectrogram.columns());
        int below = clamp((int) bin, spectrogram.bins());
        int above = clamp(below + 1, spectrogram.bins());
        double late = time - Math.floor(time);
        double high = bin - below;
        float[] first = spectrogram.decibels()[column];
        float[] second = spectrogram.decibels()[later];
        return (1 - late) * ((1 - high) * first[below] + high * first[above])
                + late * ((1 - high) * second[below] + high * second[above]);
    }

    private static int clamp(int index, int count) {
        return Math.max(0, Math.min(count - 1, index));
    }
}
