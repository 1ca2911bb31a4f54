package org.undertone.corpus;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.undertone.features.FrameColumns;

/** Clips by number, from 0 on: one corpus, or several joined. Safe for use by several threads at once. */
public sealed interface ClipSource permits Corpus, JoinedCorpora {

    /** Names of the columns of a frame, in order. */
    FrameColumns columns();

    /** Frames per second. */
    double frameRate();

    /** Every clip, in order; unmodifiable. */
    List<Utterance> utterances();

    /** The number of frames of one clip, 1 or more. */
    int frames(int clip);

    /**
     * Reads consecutive frames of one clip as they came from the source, values that are missing (not finite) included.
     *
     * @param first the first frame to read, from 0 on
     * @param count how many
     * @param target takes them as {@code [frame][column]}, row-major, from {@code target[offset]} on
     * @throws IndexOutOfBoundsException if the clip has no such frames or {@code target} no such room
     */
    void read(int clip, int first, int count, float[] target, int offset) throws IOException;

    /** The identity of the data, 64 hexadecimal digits: equal where the clips are equal. */
    String hash();

    /** The number of clips. */
    default int size() {
        return utterances().size();
    }

    /**
     * Intensities of labelled clips: [clip][emotion].
     *
     * @throws IllegalStateException if one of them is not labelled
     */
    default double[][] intensities(int[] clips) {
        double[][] values = new double[clips.length][];
        for (int i = 0; i < clips.length; i++) {
            Utterance utterance = utterance(clips[i]);
            values[i] = Arrays.stream(Emotion.values())
                    .mapToDouble(utterance::intensity)
                    .toArray();
        }
        return values;
    }

    /** What is known about one clip. */
    default Utterance utterance(int clip) {
        return utterances().get(clip);
    }
}
