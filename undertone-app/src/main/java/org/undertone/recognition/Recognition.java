package org.undertone.recognition;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.undertone.model.EmotionModel;

/**
 * Many recordings, judged several at a time and answered in their order, in bounded memory: a worker that is far ahead of
 * the recording whose turn it is waits.
 */
public final class Recognition {
    /** How many recordings a worker may be ahead, on the average. */
    private static final int AHEAD = 256;

    private static final long JOIN_MILLIS = 500;

    private final List<Recording> recordings;
    private final List<Answer> answers;
    private final EmotionModel model;
    private final RecognitionSettings settings;
    private final RecognitionListener listener;
    private final AtomicInteger next = new AtomicInteger();
    private final Semaphore ahead;
    private final int busy;
    private final SpareThreads spare;
    private int turn;
    private volatile boolean stopped;

    private Recognition(
            List<Recording> recordings,
            EmotionModel model,
            RecognitionSettings settings,
            RecognitionListener listener) {
        this.recordings = List.copyOf(recordings);
        this.answers = Stream.generate(Answer::new).limit(recordings.size()).toList();
        this.model = model;
        this.settings = settings;
        this.listener = listener;
        this.busy = Math.min(settings.workers(), recordings.size());
        this.spare = new SpareThreads(Math.min(busy, settings.workers() - busy));
        this.ahead = new Semaphore(Math.min(recordings.size() + settings.workers(), AHEAD * settings.workers()));
    }

    /**
     * Judges recordings. Where the listener ends the work, it hears first what is known by then.
     *
     * @param listener hears of all of them in order, in the thread that calls
     * @throws IllegalArgumentException where the model cannot be used on recordings, or not with these windows
     * @throws CancellationException where the listener ends it
     * @throws IOException where the listener cannot pass on what it heard
     */
    public static void run(
            List<Recording> recordings, EmotionModel model, RecognitionSettings settings, RecognitionListener listener)
            throws IOException {
        model.extractor();
        settings.windows().ifPresent(model::windows);
        new Recognition(recordings, model, settings, listener).run();
    }

    private void run() throws IOException {
        List<Thread> workers = IntStream.range(0, busy)
                .mapToObj(number -> new Thread(this::work, "undertone-recognition-" + number))
                .toList();
        workers.forEach(worker -> {
            worker.setDaemon(true);
            worker.start();
        });
        try {
            for (; turn < recordings.size(); turn++) {
                while (!tell(turn, next(answers.get(turn)))) {
                    listener.check();
                }
                ahead.release();
            }
        } catch (CancellationException e) {
            stop(workers);
            tellTheRest();
            throw e;
        } finally {
            stop(workers);
        }
    }

    private Answer.Part next(Answer answer) {
        Answer.Part part = answer.next();
        while (part == null) {
            listener.check();
            part = answer.next();
        }
        return part;
    }

    /** Passes a part on; whether it was the last of its recording. */
    private boolean tell(int number, Answer.Part part) throws IOException {
        Recording recording = recordings.get(number);
        if (part instanceof Answer.Said said) {
            listener.judged(recording, said.prediction());
            return false;
        }
        if (part instanceof Answer.Ended ended) {
            listener.finished(recording, ended.cut());
            return true;
        }
        Throwable failure = ((Answer.Failed) part).failure();
        if (failure instanceof Error error) {
            throw error;
        }
        listener.failed(recording, (Exception) failure);
        return true;
    }

    /** What was said by the time of an interruption is not lost. */
    private void tellTheRest() throws IOException {
        for (int number = turn; number < recordings.size(); number++) {
            Answer answer = answers.get(number);
            for (Answer.Part part = answer.ready(); part != null; part = answer.ready()) {
                tell(number, part);
            }
        }
    }

    /** One that waits for sound from a pipe may wait for ever, and is left alone. */
    private void stop(List<Thread> workers) {
        stopped = true;
        spare.close();
        ahead.release(workers.size());
        try {
            for (Thread worker : workers) {
                worker.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        var recogniser = new Recogniser(model, settings, spare, this::pulse);
        ahead.acquireUninterruptibly();
        for (int number = next.getAndIncrement();
                number < recordings.size() && !stopped;
                number = next.getAndIncrement()) {
            try {
                judge(recogniser, number);
            } catch (CancellationException e) {
                return;
            }
            ahead.acquireUninterruptibly();
        }
    }

    private void judge(Recogniser recogniser, int number) {
        Answer answer = answers.get(number);
        Answer.Part end;
        try {
            boolean cut = recogniser.judge(
                    recordings.get(number), prediction -> answer.add(new Answer.Said(prediction), () -> stopped));
            end = new Answer.Ended(cut);
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            end = new Answer.Failed(e);
        }
        answer.add(end, () -> stopped);
    }

    private void pulse() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
        listener.check();
    }
}
