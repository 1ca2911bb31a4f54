package org.undertone.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.AudioSettings;
import org.undertone.audio.RecordingFiles;
import org.undertone.corpus.layout.Layout;
import org.undertone.storage.FileFormatException;

class RecordingsTest {
    private final Recordings recordings = Recordings.of(
            RecordingsTest::isRecording,
            file -> new AudioFile(
                    file,
                    (path, settings) -> {
                        throw new IOException("is not opened here");
                    },
                    AudioSettings.DEFAULT));

    @TempDir
    private Path directory;

    private static boolean isRecording(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(wav|flac|mp3|opus)");
    }

    private void touch(String... files) throws IOException {
        for (String file : files) {
            Path path = directory.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, file);
        }
    }

    private static List<String> lines(List<Recording> found) {
        return found.stream()
                .map(recording ->
                        recording.id() + " of " + recording.clips().get(0).group())
                .toList();
    }

    @Test
    void findsAudioBelowADirectoryInAlphabeticalOrder() throws IOException {
        touch("b.wav", "a.FLAC", "notes.txt", ".hidden.wav", ".git/c.wav", "ann/1/d.mp3", "bob/e.opus");
        assertThat(lines(recordings.unlabelled(List.of(directory))))
                .containsExactly("a of a", "d of ann/1", "b of b", "e of bob");
    }

    @Test
    void tellsFilesOfOneNameApart() throws IOException {
        touch("ann/1.wav", "bob/1.wav", "bob/2.wav", "bob/2.mp3", "x_[1].wav");
        assertThat(lines(recordings.unlabelled(List.of(directory))))
                .containsExactly(
                        "ann_1 of ann", "bob_1 of bob", "bob_2.mp3 of bob", "bob_2.wav of bob", "x__1_ of x__1_");
    }

    @Test
    void givesEveryFileANameOfItsOwnWhateverTheyAreCalled() throws IOException {
        touch("a[1.wav", "a]1.wav", "a_1.wav", "a_1_1.wav");
        List<Recording> found = recordings.unlabelled(List.of(directory));
        assertThat(found).extracting(Recording::id).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void takesAFileOnceThatIsNamedTwice() throws IOException {
        touch("ann/1.wav", "ann/2.odd");
        assertThat(recordings.unlabelled(
                        List.of(directory.resolve("ann/2.odd"), directory, directory.resolve("ann/../ann/1.wav"))))
                .extracting(Recording::id)
                .containsExactly("2", "1");
    }

    @Test
    void readsLabelsFromNamesAndKeepsThoseThatDoNotFitToFail() throws IOException {
        touch("03a01Fa.wav", "noise.wav");
        List<Recording> found = recordings.named(List.of(directory), Layout.of("emodb"));
        assertThat(lines(found)).containsExactly("03a01Fa of 03", "noise of noise");
        assertThat(found.get(0).clips().get(0).intensities()).containsExactly(2.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        assertThatThrownBy(() -> found.get(1).audio().open())
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("noise.wav: name: 'noise' is not of the form of EmoDB, such as 03a01Fa");
    }

    @Test
    void cutsClipsByATable() throws IOException {
        Path table = Files.writeString(
                directory.resolve("labels.csv"),
                "file,speaker,start,end\nlong.wav,ann,0,1.5\nshort.wav,,,\n./long.wav,bob,1.5,\n");
        touch("long.wav", "short.wav", "other.wav");
        assertThat(recordings.tabled(table, directory))
                .extracting(Recording::id, Recording::clips)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "long",
                                List.of(
                                        new Clip("long[0]", "ann", 0, OptionalDouble.of(1.5), "", List.of()),
                                        new Clip("long[1]", "bob", 1.5, OptionalDouble.empty(), "", List.of()))),
                        org.assertj.core.groups.Tuple.tuple("short", List.of(Clip.whole("short", "short", List.of()))));
    }

    @Test
    void keepsAFileThatIsNotThereToFailInItsPlace() throws IOException {
        touch("1.wav", "3.wav");
        assertThat(recordings.unlabelled(
                        List.of(directory.resolve("1.wav"), directory.resolve("2.wav"), directory.resolve("3.wav"))))
                .extracting(Recording::id)
                .containsExactly("1", "2", "3");
    }

    @Test
    void namesADirectoryWithoutAudio() throws IOException {
        touch("notes.txt");
        assertThatThrownBy(() -> recordings.unlabelled(List.of(directory)))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("directory: holds no audio file");
    }

    @Test
    void namesThePlaceOfWhatCanBeNoFile() throws IOException {
        Path list = Files.writeString(directory.resolve("list.txt"), "1.wav\n\na\0b.wav\n");
        assertThatThrownBy(() -> RecordingFiles.list(list))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(list + ": line 3: is no name of a file");
        for (String name : List.of("a\0b.wav", "/")) {
            Path table = Files.writeString(directory.resolve("labels.csv"), "file\n" + name + "\n");
            assertThatThrownBy(() -> recordings.tabled(table, directory))
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith(table + ": line 2: ");
        }
    }

    @Test
    void readsAListOfFiles() throws IOException {
        touch("ann/1.wav");
        Path list = Files.writeString(directory.resolve("list.txt"), "ann/1.wav\n\n/elsewhere/2.wav\n");
        assertThat(RecordingFiles.list(list))
                .containsExactly(directory.resolve("ann/1.wav"), Path.of("/elsewhere/2.wav"));
        assertThatThrownBy(() -> RecordingFiles.list(Files.writeString(list, "\n")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("names no audio file");
    }
}
