package org.undertone.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.undertone.audio.AudioSettings;

/** Whatever happens to the bytes of a file: samples, or one clear error. {@code bench/fuzz-audio} is the long form. */
class AudioFilesFuzzTest {
    private static final int MUTATIONS = Integer.getInteger("undertone.fuzz.mutations", 60);
    private static final long MOST_BYTES = 64 << 20;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @Timeout(600)
    @ValueSource(
            strings = {
                "long.flac",
                "deep.flac",
                "flac.ogg",
                "alac.m4a",
                "pcm.mov",
                "tone.mp3",
                "tagged.mp3",
                "tone.ogg",
                "tone.opus",
                "tone.webm",
                "vorbis.webm",
                "tone.m4a",
                "tone.mp4"
            })
    void mutatedFilesGiveAResultOrOneClearError(String name) {
        byte[] original = Recordings.bytes(name);
        var random = new SplittableRandom(name.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = Mutation.of(original, random);
            long allocated = thread.getCurrentThreadAllocatedBytes();
            try {
                for (double sample : Recordings.decode(mutant, AudioSettings.DEFAULT)) {
                    assertThat(Double.isFinite(sample)).isTrue();
                }
            } catch (IOException e) {
                assertThat(e.getMessage()).doesNotContain("\n").matches("(clip: |the recording is longer than ).*");
            }
            assertThat(thread.getCurrentThreadAllocatedBytes() - allocated)
                    .as("bytes for mutation %d", i)
                    .isLessThan(MOST_BYTES);
        }
    }
}
