package org.undertone.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.undertone.storage.StagedFile;

/**
 * One recording in one picture: waveform, spectrogram, fundamental frequency with voicing, Rd with its confidence, creak
 * and mel cepstrum on one time axis.
 */
public final class SpeechFigure {
    static final int WIDTH = 1200;
    static final int HEIGHT = 1400;

    private static final String PNG = ".png";
    private static final String SVG = ".svg";
    private static final int TOP = 42;
    private static final int BASELINE = 28;
    private static final Font NAME = Lettering.TITLE.deriveFont(17f);

    private final Path target;

    private SpeechFigure(Path target) {
        this.target = target;
    }

    /**
     * A picture that can be written to a file, as far as can be known before there is something to draw.
     *
     * @param target ends in {@code .png} or {@code .svg}
     * @throws IllegalArgumentException where it has another ending
     * @throws IOException where this Java has no fonts
     */
    public static SpeechFigure to(Path target) throws IOException {
        if (!ends(target, PNG) && !ends(target, SVG)) {
            throw new IllegalArgumentException(
                    "a picture must end in " + PNG + " or " + SVG + " but is to be '" + target.getFileName() + "'");
        }
        Lettering.require(() -> Lettering.width("0", Lettering.TICK));
        return new SpeechFigure(target);
    }

    /**
     * Writes the picture whole or not at all, over one that is there: PNG of 2400 x 2800 pixels, or SVG.
     *
     * @throws IOException where it cannot be written
     */
    public void write(SpeechTracks tracks) throws IOException {
        Figure figure = figure(tracks);
        byte[] bytes = ends(target, PNG)
                ? PngImage.of(figure)
                : ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgImage.of(figure) + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        try (StagedFile file = StagedFile.create(target)) {
            file.stream().write(bytes);
            file.commit();
        }
    }

    static Figure figure(SpeechTracks tracks) {
        return new Figure(
                "S",
                "speech",
                tracks.name(),
                "",
                "Waveform, spectrogram, fundamental frequency, Rd, creak and mel cepstrum of " + tracks.name() + ", "
                        + measures(tracks) + ", on one time axis.",
                WIDTH,
                HEIGHT,
                g -> draw(g, tracks));
    }

    /** The charts from top to bottom. */
    private static List<TimeBand> bands(SpeechTracks tracks) {
        var voice = new VoiceBands(tracks);
        return List.of(
                SignalBands.waveform(tracks),
                SignalBands.spectrogram(tracks),
                voice.pitch(),
                voice.shape(),
                voice.creak(),
                CepstrumBand.of(tracks));
    }

    /** Paints the figure and returns the plots of its bands from top to bottom. */
    static List<Rectangle2D> draw(Graphics2D g, SpeechTracks tracks) {
        List<Rectangle2D> plots = new ArrayList<>();
        int top = TOP;
        List<TimeBand> bands = bands(tracks);
        for (TimeBand band : bands) {
            boolean last = band == bands.get(bands.size() - 1);
            Rectangle2D plot = band.draw(g, WIDTH, top, last);
            plots.add(plot);
            top += band.drawnHeight(last);
        }
        heading(g, tracks, plots.get(0));
        return plots;
    }

    private static void heading(Graphics2D g, SpeechTracks tracks, Rectangle2D plot) {
        String measures = measures(tracks);
        double room = plot.getWidth() - Lettering.width(measures, Lettering.AXIS) - 20;
        String name = Lettering.fit(tracks.name(), NAME, room);
        Lettering.write(g, name, NAME, plot.getMinX(), BASELINE, 0);
        Lettering.write(g, measures, Lettering.AXIS, plot.getMaxX(), BASELINE, 1);
    }

    private static String measures(SpeechTracks tracks) {
        return String.format(Locale.ROOT, "%,d Hz, %,.2f s", tracks.waveform().rate(), tracks.seconds());
    }

    private static boolean ends(Path target, String ending) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }
}
