package org.undertone.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.undertone.audio.AudioStream;
import org.undertone.audio.RawEncoding;
import org.undertone.audio.RawSound;
import org.undertone.model.EmotionModel;
import org.undertone.model.EmotionStream;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;
import org.undertone.model.WindowSettings;

class ListeningTest {
    private static final EmotionModel MODEL = Voices.model(300, Readout.Cut.CENTRE);
    private static final WindowSettings WINDOWS = new WindowSettings(0.5, 0.4);
    private static final ListeningSettings PIPE = new ListeningSettings(WINDOWS, 30, true);
    private static final double[] HUM = Voices.hum(2, 1.3);

    private final AtomicLong nanos = new AtomicLong();

    private static class Told implements ListeningListener {
        final List<Prediction> predictions = new ArrayList<>();
        final List<Hearing> hearings = new ArrayList<>();
        final List<String> losses = new ArrayList<>();
        volatile boolean toEnd;

        @Override
        public void judged(Prediction prediction) throws IOException {
            predictions.add(prediction);
        }

        @Override
        public void heard(Hearing hearing) throws IOException {
            hearings.add(hearing);
        }

        @Override
        public void lost(double atSeconds, double seconds) {
            losses.add(atSeconds + " " + seconds);
        }

        @Override
        public boolean isToEnd() {
            return toEnd;
        }
    }

    /** Begins to listen when all of the hum has come. */
    private static class Waiting extends Told {
        private final CountDownLatch given = new CountDownLatch(1);
        final InputStream bytes;

        Waiting(double[] samples) {
            bytes = new ByteArrayInputStream(Voices.bytes(samples)) {
                @Override
                public synchronized int read(byte[] buffer, int offset, int count) {
                    int read = super.read(buffer, offset, count);
                    if (read < 0) {
                        given.countDown();
                    }
                    return read;
                }
            };
        }

        @Override
        public boolean isToEnd() {
            try {
                given.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        }
    }

    private static AudioStream sound(InputStream bytes) {
        return RawSound.open("pipe", bytes, RawEncoding.F32LE, Voices.RATE);
    }

    private static AudioStream sound(double[] samples) {
        return sound(new ByteArrayInputStream(Voices.bytes(samples)));
    }

    private static List<Prediction> expected(double[] samples) throws IOException {
        EmotionStream stream = MODEL.stream(Voices.RATE, WINDOWS);
        List<Prediction> predictions = new ArrayList<>(stream.push(samples, 0, samples.length));
        predictions.addAll(stream.finish());
        return predictions;
    }

    @Test
    void saysWhatTheModelSaysOfTheSameSamples() throws IOException {
        var told = new Told();
        Listening.run(sound(HUM), MODEL, PIPE, told, nanos::get);
        assertThat(told.predictions).isEqualTo(expected(HUM)).hasSize(3);
        Hearing last = told.hearings.get(told.hearings.size() - 1);
        assertThat(last.seconds()).isCloseTo(1.3, within(1e-9));
        assertThat(last.rms()).isBetween(0.1, 0.2);
        assertThat(last.peak()).isBetween(0.2, 0.35);
        // It came faster than it can have been spoken.
        assertThat(told.hearings).allMatch(hearing -> hearing.behindSeconds() == 0);
    }

    @Test
    void saysHowFarItIsBehind() throws IOException {
        var told = new Waiting(Voices.hum(2, 1.9)) {
            @Override
            public void judged(Prediction prediction) throws IOException {
                // Judging takes so long that everything has been spoken meanwhile.
                nanos.addAndGet(60_000_000_000L);
            }
        };
        Listening.run(sound(told.bytes), MODEL, PIPE, told, nanos::get);
        double most =
                told.hearings.stream().mapToDouble(Hearing::behindSeconds).max().orElseThrow();
        // Of 1.9 s, 1.5 had been worked on when the first window was judged.
        assertThat(most).isCloseTo(0.4, within(1e-9));
        assertThat(told.hearings.get(told.hearings.size() - 1).behindSeconds()).isZero();
    }

    @Test
    void judgesWhatWasHeardWhenItIsToldToEnd() throws IOException {
        // A pipe that stays open and gives no more after 0.8 s.
        double[] heard = Arrays.copyOf(HUM, (int) (0.8 * Voices.RATE));
        var never = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return -1;
            }
        };
        var told = new Told() {
            @Override
            public void heard(Hearing hearing) throws IOException {
                toEnd = hearing.seconds() > 0.79;
            }
        };
        InputStream pipe = new SequenceInputStream(new ByteArrayInputStream(Voices.bytes(heard)), silent);
        Listening.run(sound(pipe), MODEL, PIPE, told, nanos::get);
        assertThat(told.predictions).isEqualTo(expected(heard));
        never.countDown();
    }

    @Test
    void judgesWhatCameBeforeTheSoundBrokeOff() {
        double[] heard = Arrays.copyOf(HUM, Voices.RATE);
        double[] broken = Arrays.copyOf(heard, heard.length + 4096);
        broken[heard.length + 100] = Double.NaN;
        var told = new Told();
        assertThatThrownBy(() -> Listening.run(sound(broken), MODEL, PIPE, told, nanos::get))
                .hasMessageContaining("pipe: sample ")
                .hasMessageContaining("is NaN");
        assertThat(told.predictions).isNotEmpty();
    }

    @Test
    void beginsAnewBehindSoundThatWasLost() throws IOException {
        // Of 1.3 s one second fits.
        var settings = new ListeningSettings(WINDOWS, 1, false);
        var told = new Waiting(HUM);
        Listening.run(sound(told.bytes), MODEL, settings, told, nanos::get);
        assertThat(told.losses).hasSize(1);
        assertThat(told.losses.get(0)).startsWith("1.0 0.3");
        assertThat(told.predictions).isEqualTo(expected(Arrays.copyOf(HUM, Voices.RATE)));
    }

    @Test
    void closesTheSoundWhereNobodyTakesTheScores() throws InterruptedException {
        var closed = new CountDownLatch(1);
        InputStream bytes = new ByteArrayInputStream(Voices.bytes(HUM)) {
            @Override
            public void close() {
                closed.countDown();
            }
        };
        var told = new Told() {
            @Override
            public void judged(Prediction prediction) throws IOException {
                throw new IOException("nobody reads");
            }
        };
        assertThatThrownBy(() -> Listening.run(sound(bytes), MODEL, PIPE, told, nanos::get))
                .hasMessage("nobody reads");
        closed.await();
    }

    @Test
    void rejectsHoldingNothing() {
        assertThatThrownBy(() -> new ListeningSettings(WINDOWS, 0.5, true)).hasMessageContaining("not 0.5 s");
    }
}
