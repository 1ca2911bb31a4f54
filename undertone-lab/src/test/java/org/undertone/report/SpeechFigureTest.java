package org.undertone.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SpeechFigureTest {
    private static final int BANDS = 6;

    @TempDir
    private Path directory;

    /** A figure at one pixel for each of its own, and the plots in it. */
    private record Painted(BufferedImage image, List<Rectangle2D> plots) {
        static Painted of(SpeechTracks tracks) {
            var image = new BufferedImage(SpeechFigure.WIDTH, SpeechFigure.HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D g = image.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            List<Rectangle2D> plots = SpeechFigure.draw(g, tracks);
            g.dispose();
            return new Painted(image, plots);
        }

        /** Columns between two where every pixel beside a plot's corners is painted: the plot's upright borders. */
        List<Integer> borders(Rectangle2D plot) {
            List<Integer> columns = new ArrayList<>();
            for (int x = 0; x < SpeechFigure.WIDTH - TimeBand.KEY; x++) {
                boolean painted = true;
                for (int y = (int) plot.getMinY() + 2; y < plot.getMaxY() - 2 && painted; y++) {
                    painted = image.getRGB(x, y) != Color.WHITE.getRGB();
                }
                if (painted) {
                    columns.add(x);
                }
            }
            return List.of(columns.get(0), columns.get(columns.size() - 1));
        }

        int colours() {
            return (int)
                    Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                            .distinct()
                            .count();
        }
    }

    @Test
    void hasItsSixPlotsBelowEachOtherOverTheSamePixelColumns() {
        Painted painted = Painted.of(MadeUpSpeech.tone(1000, 3.3));
        assertThat(painted.plots()).hasSize(BANDS);
        Rectangle2D first = painted.plots().get(0);
        double bottom = 0;
        for (Rectangle2D plot : painted.plots()) {
            assertThat(plot.getMinX()).isEqualTo(first.getMinX());
            assertThat(plot.getMaxX()).isEqualTo(first.getMaxX());
            assertThat(plot.getMinY()).isGreaterThan(bottom + 15);
            assertThat(painted.borders(plot)).isEqualTo(painted.borders(first));
            bottom = plot.getMaxY();
        }
        assertThat(first.getWidth()).isGreaterThan(1000);
        assertThat(bottom).isBetween(SpeechFigure.HEIGHT - 80.0, SpeechFigure.HEIGHT - 40.0);
        assertThat(painted.colours()).isGreaterThan(100);
    }

    @Test
    void paintsATonesFrequencyBrightestInTheSpectrogram() {
        Painted painted = Painted.of(MadeUpSpeech.tone(3000, 1));
        Rectangle2D plot = painted.plots().get(1);
        int brightest = 0;
        double most = 0;
        for (int y = (int) plot.getMinY() + 2; y < plot.getMaxY() - 2; y++) {
            var pixel = new Color(painted.image().getRGB((int) plot.getCenterX(), y));
            double light = 0.2126 * pixel.getRed() + 0.7152 * pixel.getGreen() + 0.0722 * pixel.getBlue();
            brightest = light > most ? y : brightest;
            most = Math.max(most, light);
        }
        double hertz = 8000 * (plot.getMaxY() - brightest - 0.5) / plot.getHeight();
        assertThat(hertz).isCloseTo(3000, within(40.0));
    }

    @Test
    void drawsWhatIsSilentOrShorterThanAFrameOrLongerThanItsPixels() {
        List<Rectangle2D> usual = Painted.of(MadeUpSpeech.tone(1000, 1)).plots();
        for (SpeechTracks tracks : List.of(
                MadeUpSpeech.silence(2, 200),
                MadeUpSpeech.silence(0.03, 2),
                MadeUpSpeech.silence(0.001, 0),
                MadeUpSpeech.tone(200, 45))) {
            Painted painted = Painted.of(tracks);
            assertThat(painted.plots()).isEqualTo(usual);
            assertThat(painted.colours()).isGreaterThan(50);
        }
    }

    @Test
    void isWrittenAsPngOfTwicePixelsWholeAndTheSameEachTime() throws IOException {
        SpeechTracks tracks = MadeUpSpeech.tone(500, 0.5);
        Path target = directory.resolve("new/a.PNG");
        SpeechFigure.to(target).write(tracks);
        BufferedImage image = ImageIO.read(target.toFile());
        assertThat(image.getWidth()).isEqualTo(2400);
        assertThat(image.getHeight()).isEqualTo(2800);
        byte[] before = Files.readAllBytes(target);
        SpeechFigure.to(target).write(tracks);
        assertThat(target).hasBinaryContent(before);
        assertThat(target.getParent()).isDirectoryContaining("glob:**/a.PNG");
        assertThat(target.getParent().toFile().list()).hasSize(1);
    }

    @Test
    void isWrittenAsSvgWithItsImagesInside() throws Exception {
        Path target = directory.resolve("a.svg");
        SpeechFigure.to(target).write(MadeUpSpeech.tone(500, 0.5));
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder().parse(target.toFile()).getDocumentElement();
        assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 1200 1400");
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("tone.wav");
        NodeList images = root.getElementsByTagName("image");
        assertThat(images.getLength()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            var element = (Element) images.item(i);
            String text = element.getAttributeNS("http://www.w3.org/1999/xlink", "href");
            assertThat(text).startsWith("data:image/png;base64,");
            byte[] png = Base64.getDecoder().decode(text.substring(text.indexOf(',') + 1));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(image.getWidth()).isEqualTo(2 * Integer.parseInt(element.getAttribute("width")));
            assertThat(image.getHeight()).isEqualTo(2 * Integer.parseInt(element.getAttribute("height")));
        }
    }

    @Test
    void refusesAnEndingItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpeechFigure.to(Path.of("some/a.pdf")))
                .withMessage("a picture must end in .png or .svg but is to be 'a.pdf'");
    }

    @Test
    void leavesADirectoryUnderItsNameAlone() throws IOException {
        Path target = Files.createDirectory(directory.resolve("a.svg"));
        assertThatThrownBy(() -> SpeechFigure.to(target).write(MadeUpSpeech.silence(0.1, 10)))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(directory.toFile().list()).hasSize(1);
    }

    @Test
    void needsSamples() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MadeUpSpeech.silence(0, 0))
                .withMessageContaining("'silence.wav' has none");
    }
}
