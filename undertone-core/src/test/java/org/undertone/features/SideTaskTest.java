package org.undertone.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideTaskTest {
    private static final Executor NOBODY = work -> {};

    private final List<String> done = new ArrayList<>();

    @Test
    void runsOnceInTheHelper() throws NoFeaturesException {
        SideTask task = SideTask.begin(Runnable::run, () -> done.add("work"));
        task.requireDone();
        task.abandon();

        assertThat(done).containsExactly("work");
    }

    @Test
    void whatNobodyHasBegunIsDoneByTheOneThatNeedsIt() throws NoFeaturesException {
        List<Runnable> late = new ArrayList<>();
        SideTask task = SideTask.begin(late::add, () -> done.add("work"));
        assertThat(done).isEmpty();
        task.requireDone();
        late.forEach(Runnable::run);

        assertThat(done).containsExactly("work");
    }

    @Test
    void waitsForTheHelperThatHasBegunEvenWhenInterrupted() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        SideTask task = SideTask.begin(work -> new Thread(work).start(), () -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            done.add("work");
        });
        begun.await();
        new Thread(goOn::countDown).start();
        Thread.currentThread().interrupt();
        task.abandon();

        assertThat(done).containsExactly("work");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void failuresComeOutAsTheyAre() {
        assertThatThrownBy(() -> failed(new NoFeaturesException("short")).requireDone())
                .isInstanceOf(NoFeaturesException.class)
                .hasMessage("short");
        assertThatThrownBy(() -> failed(new IllegalStateException("state")).requireDone())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("state");
        assertThatThrownBy(() -> failed(new OutOfMemoryError("full")).requireDone())
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("full");
    }

    @Test
    void whatIsAbandonedBeforeItBeganIsNeverDone() {
        List<Runnable> late = new ArrayList<>();
        SideTask.begin(late::add, () -> done.add("work")).abandon();
        late.forEach(Runnable::run);

        assertThat(done).isEmpty();
    }

    @Test
    void aFailureOfWhatIsAbandonedIsNobodysBusiness() {
        SideTask task = SideTask.begin(Runnable::run, () -> {
            throw new IllegalStateException("state");
        });
        task.abandon();
    }

    @Test
    void aHelperThatRefusesIsNone() throws NoFeaturesException {
        ExecutorService ended = Executors.newSingleThreadExecutor();
        ended.shutdown();
        SideTask.begin(ended, () -> done.add("work")).requireDone();

        assertThat(done).containsExactly("work");
    }

    private static SideTask failed(Throwable failure) {
        return SideTask.begin(NOBODY, () -> {
            if (failure instanceof NoFeaturesException noFeatures) {
                throw noFeatures;
            }
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        });
    }
}
