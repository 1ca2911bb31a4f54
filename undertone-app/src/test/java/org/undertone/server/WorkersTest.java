package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** Work of so many turns, each of which is written down. */
    private Work turns(String name, int count, CountDownLatch done) {
        var left = new AtomicInteger(count);
        return () -> {
            log.add(name);
            if (left.decrementAndGet() > 0) {
                return true;
            }
            done.countDown();
            return false;
        };
    }

    /** Occupies the only worker until everything is in line. */
    private static CountDownLatch occupy(Workers workers) throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        workers.addRecording(() -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        });
        begun.await();
        return go;
    }

    @Test
    void letsEverybodyHaveATurnInOrder() throws InterruptedException {
        try (Workers workers = Workers.start(1)) {
            CountDownLatch go = occupy(workers);
            var done = new CountDownLatch(2);
            workers.addStream(turns("a", 3, done));
            workers.addStream(turns("b", 2, done));
            assertThat(workers.waiting()).isEqualTo(2);
            go.countDown();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(log).containsExactly("a", "b", "a", "b", "a");
        }
    }

    @Test
    void prefersStreamsButLetsRecordingsNotWaitForEver() throws InterruptedException {
        try (Workers workers = Workers.start(1)) {
            CountDownLatch go = occupy(workers);
            var done = new CountDownLatch(2);
            workers.addRecording(turns("recording", 2, done));
            workers.addStream(turns("stream", 200, done));
            go.countDown();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(log.indexOf("recording")).isEqualTo(64);
            assertThat(log.lastIndexOf("recording")).isEqualTo(129);
        }
    }

    @Test
    void beginsOnlyAFewRecordingsAtATime() throws InterruptedException {
        try (Workers workers = Workers.start(1)) {
            CountDownLatch go = occupy(workers);
            var done = new CountDownLatch(5);
            for (String name : List.of("a", "b", "c", "d", "e")) {
                workers.addRecording(turns(name, 2, done));
            }
            go.countDown();
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(log).containsExactly("a", "b", "c", "a", "d", "b", "e", "c", "d", "e");
        }
    }

    @Test
    void keepsAWorkerForStreamsWhileOneIsOpen() throws InterruptedException {
        try (Workers workers = Workers.start(2)) {
            workers.streamOpened();
            CountDownLatch go = occupy(workers);
            var recording = new CountDownLatch(1);
            var stream = new CountDownLatch(1);
            workers.addRecording(turns("recording", 1, recording));
            workers.addStream(turns("stream", 1, stream));
            assertThat(stream.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(recording.getCount()).isEqualTo(1);
            workers.streamClosed();
            assertThat(recording.await(20, TimeUnit.SECONDS)).isTrue();
            go.countDown();
        }
    }
}
