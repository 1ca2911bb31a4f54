package org.undertone.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.undertone.audio.AudioDecoder;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.AudioStream;
import org.undertone.audio.PcmDecoder;
import org.undertone.storage.FileFormatException;

/**
 * Every format Undertone knows, told by the content of a recording, never by its name: WAV, AIFF and AU in plain Java;
 * FLAC, MP3, Ogg (Vorbis, Opus, FLAC), WebM and the sound track of MP4 and M4A by FFmpeg. FFmpeg's libraries are loaded
 * when the first recording needs them.
 */
public final class AudioFiles implements AudioDecoder {
    /** The formats, for messages and help. */
    public static final String FORMATS = "WAV, AIFF, AU, FLAC, MP3, Ogg, Opus, WebM, M4A and MP4";

    private static final Set<String> EXTENSIONS = Set.of(
            "wav", "wave", "rf64", "bw64", "aif", "aiff", "aifc", "au", "snd", "flac", "mp3", "ogg", "oga", "opus",
            "webm", "mka", "mkv", "m4a", "m4b", "mp4", "m4v", "mov", "3gp");

    private final AudioDecoder pcm = PcmDecoder.create();
    private final AudioDecoder ffmpeg = FfmpegDecoder.create();

    private AudioFiles() {}

    /** A decoder; it keeps nothing, any number of threads may use it. */
    public static AudioFiles create() {
        return new AudioFiles();
    }

    /** Whether a file is named as recordings are: which files of a folder are meant, not what is in them. */
    public static boolean isNamedAsRecording(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && name.lastIndexOf('.') > 0;
    }

    @Override
    public AudioStream open(AudioInput input, AudioSettings settings) throws IOException {
        byte[] head = input.head(PcmDecoder.HEAD_BYTES);
        if (head.length == 0) {
            throw new FileFormatException(input.name(), "file", "is empty");
        }
        if (PcmDecoder.recognises(head)) {
            return pcm.open(input, settings);
        }
        Optional<Container> container = Container.of(input);
        if (container.isEmpty()) {
            throw new FileFormatException(
                    input.name(),
                    "header",
                    "is that of no audio file known here; it begins with '" + input.beginning() + "', known are "
                            + FORMATS);
        }
        return ffmpeg.open(input, settings);
    }
}
