package org.undertone.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.undertone.features.ExtractorSettings;
import org.undertone.model.EmotionModel;
import org.undertone.model.Prediction;
import org.undertone.model.Readout;
import org.undertone.model.WindowSettings;

class RecognitionTest {
    private static final EmotionModel MODEL = Voices.model(40, Readout.Cut.CENTRE);

    /** Hears everything, as lines. */
    private static class Told implements RecognitionListener {
        private final List<String> lines = new ArrayList<>();
        private Consumer<String> then = line -> {};
        private volatile boolean cancelled;

        @Override
        public void judged(Recording recording, Prediction prediction) throws IOException {
            tell(recording.name() + " " + prediction);
        }

        @Override
        public void finished(Recording recording, boolean cut) {
            tell(recording.name() + (cut ? " cut" : " whole"));
        }

        @Override
        public void failed(Recording recording, Exception failure) {
            tell(recording.name() + " " + failure.getMessage());
        }

        @Override
        public void check() {
            if (cancelled) {
                throw new CancellationException("told to");
            }
        }

        private void tell(String line) {
            lines.add(line);
            then.accept(line);
        }
    }

    private static RecognitionSettings settings(int workers) {
        return new RecognitionSettings(ExtractorSettings.DEFAULT, Optional.of(new WindowSettings(0.2, 0.1)), workers);
    }

    private static List<Recording> hums(int count) {
        List<Recording> hums = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            hums.add(Voices.recording("hum" + number, Voices.hum(number, 0.4 - 0.3 * number / count)));
        }
        return hums;
    }

    private static Recording broken(String name, Throwable failure) {
        return new Recording(
                name,
                () -> {
                    if (failure instanceof IOException e) {
                        throw e;
                    }
                    if (failure instanceof Error e) {
                        throw e;
                    }
                    throw (RuntimeException) failure;
                },
                true);
    }

    @Test
    void answersInTheOrderOfTheRecordingsWhateverTheNumberOfWorkers() throws IOException {
        var one = new Told();
        Recognition.run(hums(9), MODEL, settings(1), one);
        assertThat(one.lines.stream().filter(line -> line.endsWith(" whole")))
                .containsExactly(
                        "hum0 whole",
                        "hum1 whole",
                        "hum2 whole",
                        "hum3 whole",
                        "hum4 whole",
                        "hum5 whole",
                        "hum6 whole",
                        "hum7 whole",
                        "hum8 whole");
        var four = new Told();
        Recognition.run(hums(9), MODEL, settings(4), four);
        assertThat(four.lines).isEqualTo(one.lines).hasSizeGreaterThan(18);
        // More workers than recordings: those left over help.
        var twelve = new Told();
        Recognition.run(hums(9), MODEL, settings(12), twelve);
        assertThat(twelve.lines).isEqualTo(one.lines);
    }

    @Test
    void tellsWhatFailsInItsPlaceAndGoesOn() throws IOException {
        List<Recording> recordings = new ArrayList<>(hums(2));
        recordings.add(1, broken("torn", new IOException("cut off")));
        recordings.add(2, broken("odd", new IllegalStateException("cannot be")));
        var told = new Told();
        Recognition.run(recordings, MODEL, settings(2), told);
        assertThat(told.lines).containsSubsequence("hum0 whole", "torn cut off", "odd cannot be", "hum1 whole");
    }

    @Test
    void endsWhereTheMachineItselfFails() {
        List<Recording> recordings = List.of(broken("large", new OutOfMemoryError("no room")));
        assertThatThrownBy(() -> Recognition.run(recordings, MODEL, settings(2), new Told()))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void tellsWhatIsKnownWhenItIsStopped() {
        // The first waits until the others are done, and then everything is stopped.
        var told = new Told();
        var done = new CountDownLatch(1);
        List<Recording> recordings = new ArrayList<>(hums(3));
        Recording last = recordings.get(2);
        recordings.set(
                2,
                new Recording(
                        "last",
                        () -> {
                            // Taken by a worker that has answered for the one before.
                            done.countDown();
                            return last.opener().open();
                        },
                        true));
        recordings.add(
                0,
                new Recording(
                        "slow",
                        () -> {
                            await(done);
                            told.cancelled = true;
                            throw new IOException("too late");
                        },
                        true));
        assertThatThrownBy(() -> Recognition.run(recordings, MODEL, settings(2), told))
                .isInstanceOf(CancellationException.class);
        assertThat(told.lines).contains("hum0 whole", "hum1 whole");
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void stopsWhereNobodyTakesTheAnswers() {
        var told = new Told() {
            @Override
            public void judged(Recording recording, Prediction prediction) throws IOException {
                throw new IOException("nobody reads");
            }
        };
        var opened = new AtomicInteger();
        List<Recording> recordings = new ArrayList<>();
        for (Recording hum : hums(200)) {
            recordings.add(new Recording(
                    hum.name(),
                    () -> {
                        opened.incrementAndGet();
                        return hum.opener().open();
                    },
                    true));
        }
        assertThatThrownBy(() -> Recognition.run(recordings, MODEL, settings(2), told))
                .hasMessage("nobody reads");
        assertThat(opened.get()).isLessThan(100);
    }

    @Test
    void holdsNoMoreThanABoundedAnswer() {
        var answer = new Answer();
        var held = new AtomicInteger();
        assertThatThrownBy(() -> {
                    while (held.get() < 1_000_000) {
                        answer.add(new Answer.Ended(false), () -> true);
                        held.incrementAndGet();
                    }
                })
                .isInstanceOf(CancellationException.class);
        assertThat(held.get()).isEqualTo(1024);
    }

    @Test
    void refusesWindowsThatTheModelDoesNotTakeBeforeItWorks() {
        var told = new Told();
        var settings = new RecognitionSettings(ExtractorSettings.DEFAULT, Optional.of(new WindowSettings(0.5, 0.1)), 1);
        assertThatThrownBy(() -> Recognition.run(hums(1), MODEL, settings, told))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a window may last at most 0.4 s");
        assertThat(told.lines).isEmpty();
    }

    @Test
    void refusesNoWorkers() {
        assertThatThrownBy(() -> settings(0)).hasMessageContaining("1 to 1000 but is 0");
    }
}
