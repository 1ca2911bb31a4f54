package org.undertone.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.undertone.corpus.TestFiles.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.storage.FileFormatException;

class CsdDefectTest {
    @TempDir
    Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no_features       | video 'b': has no 'features'
            no_intervals      | video 'b': has no 'intervals'
            rows_differ       | video 'b': has 12 rows of features but 11 intervals
            three_times       | video 'b', intervals: must have 2 columns, start and end, but has 3
            one_dimension     | video 'b', features: must have 2 dimensions or more but has 1
            text              | video 'a', features: holds text, as files of words do, expected floats of 4 or 8 bytes
            whole_numbers     | video 'b', features: holds elements of type FixedPoint of 4 bytes, expected floats of 4 or 8 bytes
            column_missing    | video 'b': has 73 columns, but acoustic features have 74
            no_rows           | video 'b': has no rows
            time_not_a_number | video 'b', intervals: has NaN in row 2
            other_videos      | data: has no video in common with the label file: it has 'c' and others, the label file 'a' and others
            too_new           | uses a form of HDF5 that cannot be read (Unsupported data layout message version detected. Detected version = 5)
            no_videos         | data: holds no videos
            no_data           | file: is HDF5 but no computational sequence: no group in it holds a group 'data'
            dataset_for_a_video | entry 'a': is not a video's group
            chunk_missing     | video 'b', features: has 1 chunks, expected 3
            chunk_broken      | that is no gzip: incorrect header check
            """)
    void acousticFilesAreRefusedInOneSentence(String name, String message) {
        Path acoustic = file("defects/" + name + ".csd");
        assertThatThrownBy(() -> TestFiles.run(acoustic, file("good/labels.csd"), temporary.resolve("corpus")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(acoustic + ": ")
                .hasMessageContaining(message);
        assertThat(TestFiles.list(temporary)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            five_columns   | video 'a': has 5 columns, but labels have 7 (sentiment and six emotions) or 6
            columns_differ | video 'b': has 6 columns, but others have 7
            all_outside    | all 3 were dropped, the first because it lies outside the features of its video
            """)
    void labelFilesAreRefusedInOneSentence(String name, String message) {
        Path labels = file("defects/" + name + ".csd");
        assertThatThrownBy(() -> TestFiles.run(file("good/acoustic.csd"), labels, temporary.resolve("corpus")))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(labels + ": ")
                .hasMessageContaining(message);
        assertThat(TestFiles.list(temporary)).isEmpty();
    }

    @Test
    void exchangedFilesAreRecognised() {
        assertThatThrownBy(() ->
                        TestFiles.run(file("good/labels.csd"), file("good/acoustic.csd"), temporary.resolve("corpus")))
                .hasMessageEndingWith("are acoustic and label file exchanged?");
    }

    @Test
    void videosWithoutFeaturesAreListed() throws IOException {
        CorpusDescription description = TestFiles.run(
                        file("defects/one_video.csd"), file("good/labels.csd"), temporary.resolve("corpus"))
                .description();
        assertThat(description.clips()).isEqualTo(2);
        assertThat(description.dropped())
                .containsExactly(new CorpusDescription.Dropped("b[0]", 0, 0.12, "its video has no acoustic features"));
    }

    @Test
    void refusesATruncatedFile() throws IOException {
        byte[] whole = Files.readAllBytes(file("good/acoustic.csd"));
        Path cut = Files.write(temporary.resolve("cut.csd"), Arrays.copyOf(whole, whole.length - 5000));
        assertThatThrownBy(() -> TestFiles.run(cut, file("good/labels.csd"), temporary.resolve("corpus")))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(cut + ": file: is truncated: it has " + (whole.length - 5000)
                        + " bytes but was written with " + whole.length + "; copy or download it again");
    }

    @Test
    void refusesForeignAndEmptyFilesAndNone() throws IOException {
        Path target = temporary.resolve("corpus");
        Path labels = file("good/labels.csd");
        Path foreign = Files.writeString(temporary.resolve("foreign.csd"), "RIFF of some other kind");
        assertThatThrownBy(() -> TestFiles.run(foreign, labels, target))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(foreign + ": file: is no HDF5 file, or its beginning is damaged");
        Path empty = Files.createFile(temporary.resolve("empty.csd"));
        assertThatThrownBy(() -> TestFiles.run(empty, labels, target)).hasMessage(empty + ": file: is empty");
        assertThatThrownBy(() -> TestFiles.run(temporary, labels, target)).hasMessageContaining("is a directory");
        assertThatThrownBy(() -> TestFiles.run(temporary.resolve("none.csd"), labels, target))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void refusesATargetThatExists() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("corpus"));
        Files.writeString(target.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> TestFiles.run(file("good/acoustic.csd"), file("good/labels.csd"), target))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not empty; name another directory or remove this one");
        assertThat(TestFiles.list(target)).containsExactly(target.resolve("mine.txt"));
    }

    @Test
    void aBrokenProgressListenerLeavesNothingBehind() {
        var settings = new ImportSettings(
                file("good/acoustic.csd"),
                file("good/labels.csd"),
                Optional.empty(),
                Optional.empty(),
                temporary.resolve("corpus"));
        assertThatThrownBy(() -> CsdImport.run(settings, (done, total) -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
        assertThat(TestFiles.list(temporary)).isEmpty();
    }

    /** Whatever is wrong with a file, it is imported or refused with an exception for files, and nothing is left. */
    @ParameterizedTest
    @CsvSource({"contiguous, 11", "gzip, 12", "v110, 13"})
    void randomDamageIsNeverMoreThanAFileError(String form, long seed) throws IOException {
        byte[] whole = Files.readAllBytes(file(form + "/acoustic.csd"));
        var random = new SplittableRandom(seed);
        Path damaged = temporary.resolve("damaged.csd");
        int refused = 0;
        for (int round = 0; round < 60; round++) {
            byte[] bytes = whole.clone();
            for (int flips = random.nextInt(1, 30); flips > 0; flips--) {
                // Most of the structure lies in the first kilobytes.
                int reach = random.nextBoolean() ? 4096 : bytes.length;
                bytes[random.nextInt(reach)] = (byte) (random.nextBoolean() ? 0xFF : random.nextInt(256));
            }
            Files.write(damaged, bytes);
            Path target = temporary.resolve("corpus" + round);
            try {
                TestFiles.run(damaged, file(form + "/labels.csd"), target);
            } catch (IOException e) {
                refused++;
                assertThat(e.getMessage()).doesNotContain("\n");
                assertThat(target).doesNotExist();
            }
        }
        assertThat(refused).isPositive();
        assertThat(TestFiles.list(temporary)).noneMatch(path -> path.toString().endsWith(".partial"));
    }
}
