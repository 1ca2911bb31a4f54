package org.undertone.media;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.storage.FileFormatException;

/**
 * FLAC, MP3, Ogg, WebM, MP4 and M4A through FFmpeg's libraries, at the rate of the recording. FFmpeg reads from the input
 * that it is given, be it file or memory, and can open nothing else: no other file and no address. Of several sound tracks
 * the default one is taken, else the first.
 */
public final class FfmpegDecoder implements AudioDecoder {
    private FfmpegDecoder() {}

    /** A decoder; it keeps nothing, any number of threads may use it. */
    public static FfmpegDecoder create() {
        return new FfmpegDecoder();
    }

    @Override
    public AudioStream open(AudioInput input, AudioSettings settings) throws IOException {
        Container container = Container.of(input)
                .orElseThrow(() -> new FileFormatException(
                        input.name(), "header", "is that of no FLAC, MP3, Ogg, Opus, WebM, M4A or MP4 file"));
        FfmpegStream stream = stream(input, container);
        try {
            return AudioStream.mixed(input, stream, settings);
        } catch (RuntimeException | Error e) {
            stream.close();
            throw e;
        }
    }

    private static FfmpegStream stream(AudioInput input, Container container) throws IOException {
        try {
            return FfmpegStream.open(input, container);
        } catch (LinkageError e) {
            // Users may leave the libraries out, and not every machine has them.
            var failure = new FileSystemException(
                    input.name().toString(),
                    null,
                    "needs FFmpeg's libraries, which could not be loaded on this machine; convert it to WAV");
            failure.initCause(e);
            throw failure;
        }
    }
}
