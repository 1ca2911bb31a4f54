package org.undertone.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioInput;
import org.undertone.audio.AudioSettings;
import org.undertone.storage.FileFormatException;

class AudioFilesDefectsTest {
    private static void assertRefused(byte[] file, String sentence) {
        assertThatThrownBy(() -> Recordings.decode(file, AudioSettings.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("clip: " + sentence);
    }

    @Test
    void whatIsNoAudio(@TempDir Path directory) {
        String known = ", known are WAV, AIFF, AU, FLAC, MP3, Ogg, Opus, WebM, M4A and MP4";
        assertRefused(new byte[0], "file: is empty");
        assertRefused(
                "once upon a time".getBytes(ISO_8859_1),
                "header: is that of no audio file known here; it begins with 'once upon a '" + known);
        assertRefused(new byte[] {0}, "header: is that of no audio file known here; it begins with '?'" + known);
        assertThatThrownBy(() -> AudioFiles.create().open(directory, AudioSettings.DEFAULT))
                .hasMessage(directory + ": file: is a directory, expected a recording");
        assertThatThrownBy(() -> FfmpegDecoder.create().open(AudioInput.of("a", new byte[9]), AudioSettings.DEFAULT))
                .hasMessage("a: header: is that of no FLAC, MP3, Ogg, Opus, WebM, M4A or MP4 file");
    }

    @Test
    void listsThatNameOtherFilesAreNotFollowed() {
        for (String list : new String[] {
            "#EXTM3U\n#EXTINF:1,\n/etc/passwd\n",
            "ffconcat version 1.0\nfile /etc/passwd\n",
            "[playlist]\nFile1=/etc/passwd"
        }) {
            assertThatThrownBy(() -> Recordings.decode(list.getBytes(ISO_8859_1), AudioSettings.DEFAULT))
                    .hasMessageContaining("is that of no audio file known here");
        }
    }

    @Test
    void recordingsWithoutSound() {
        assertRefused(Recordings.bytes("silent.mp4"), "header: has no sound track");
        assertRefused(
                Recordings.bytes("ac3.mp4"),
                "sound track: is ac3; known are FLAC, MP3, Vorbis, Opus, AAC, ALAC and PCM");
        byte[] flac = Recordings.bytes("stereo.flac");
        int frames = new String(flac, ISO_8859_1).indexOf("\u00ff\u00f8");
        assertThat(frames).isPositive();
        assertRefused(Arrays.copyOf(flac, frames), "sound track: holds no samples");
    }

    @Test
    void damagedHeaders() {
        for (String name : new String[] {"stereo.flac", "tone.ogg", "tone.webm", "tone.m4a"}) {
            byte[] file = Recordings.bytes(name);
            assertThatThrownBy(() -> Recordings.decode(Arrays.copyOf(file, 20), AudioSettings.DEFAULT))
                    .as(name)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith("clip: ");
        }
    }

    @Test
    void flacThatIsCutOff() {
        byte[] file = Recordings.bytes("long.flac");
        assertThatThrownBy(() -> Recordings.decode(Arrays.copyOf(file, file.length / 2), AudioSettings.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessageMatching("clip: sound track at [0-9.]+ s: is .*");
    }

    @Test
    void damageWithinFlacIsNoticedByItsChecksum() {
        byte[] file = Recordings.bytes("long.flac");
        file[file.length / 2] ^= 0x10;
        assertThatThrownBy(() -> Recordings.decode(file, AudioSettings.DEFAULT))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith("clip: sound track at ");
    }

    @Test
    void aRateThatChangesOnTheWay() {
        byte[] slow = Recordings.bytes("tone.ogg");
        byte[] fast = Recordings.bytes("fast.ogg");
        byte[] both = Arrays.copyOf(slow, slow.length + fast.length);
        System.arraycopy(fast, 0, both, slow.length, fast.length);
        assertRefused(both, "sound track at 0.424 s: changes from 16000 Hz and 1 channels to 32000 Hz and 1");
    }

    @Test
    void filesThatAreCutOffGiveWhatIsThereOrOneError() throws IOException {
        for (String name : new String[] {"tone.mp3", "tone.ogg", "tone.opus", "tone.webm", "tone.m4a", "tone.mp4"}) {
            byte[] file = Recordings.bytes(name);
            for (int length = 1; length < file.length; length += 97) {
                try {
                    double[] samples = Recordings.decode(Arrays.copyOf(file, length), AudioSettings.DEFAULT);
                    assertThat(samples).as("%s, %d bytes", name, length).isNotEmpty();
                } catch (FileFormatException e) {
                    assertThat(e.getMessage()).startsWith("clip: ").doesNotContain("\n");
                }
            }
        }
    }
}
