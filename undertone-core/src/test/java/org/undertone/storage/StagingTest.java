package org.undertone.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {
    @TempDir
    Path directory;

    @Test
    void replacesAFileOnlyAtTheCommit() throws IOException {
        Path target = Files.writeString(directory.resolve("a.json"), "old");
        try (StagedFile file = StagedFile.create(target)) {
            file.stream().write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(target).hasContent("old");
            file.commit();
        }
        assertThat(target).hasContent("new");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void keepsTheOldFileWithoutACommit() throws IOException {
        Path target = Files.writeString(directory.resolve("a.json"), "old");
        try (StagedFile file = StagedFile.create(target)) {
            file.stream().write(1);
        }
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void refusesAFileWhereADirectoryIs() {
        assertThatThrownBy(() -> StagedFile.create(directory))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(directory + ": is a directory, expected a file to write");
    }

    @Test
    void publishesADirectoryWithEverythingInIt() throws IOException {
        Path target = directory.resolve("deep/run");
        try (StagedDirectory staged = StagedDirectory.create(target)) {
            Files.createDirectories(staged.path().resolve("figures"));
            Files.writeString(staged.path().resolve("figures/1.svg"), "x");
            assertThat(target).doesNotExist();
            staged.commit();
        }
        assertThat(target.resolve("figures/1.svg")).hasContent("x");
    }

    @Test
    void takesThePlaceOfAnEmptyDirectory() throws IOException {
        Path target = Files.createDirectory(directory.resolve("empty"));
        try (StagedDirectory staged = StagedDirectory.create(target)) {
            Files.writeString(staged.path().resolve("a"), "x");
            staged.commit();
        }
        assertThat(target.resolve("a")).exists();
        assertThat(names()).containsExactly("empty");
    }

    @Test
    void removesADirectoryThatWasNotCommitted() throws IOException {
        try (StagedDirectory staged = StagedDirectory.create(directory.resolve("run"))) {
            Files.writeString(Files.createDirectory(staged.path().resolve("a")).resolve("b"), "x");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesADirectoryThatIsNotEmpty() throws IOException {
        Path target = Files.createDirectory(directory.resolve("full"));
        Files.writeString(target.resolve("a"), "x");
        assertThatThrownBy(() -> StagedDirectory.create(target))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(target + ": is not empty; name another directory or remove this one");
    }

    @Test
    void refusesADirectoryWhereAFileIs() throws IOException {
        Path target = Files.writeString(directory.resolve("file"), "x");
        assertThatThrownBy(() -> StagedDirectory.create(target)).hasMessageContaining("is a file");
    }

    @Test
    void refusesADirectoryThatWasFilledMeanwhile() throws IOException {
        Path target = directory.resolve("run");
        try (StagedDirectory staged = StagedDirectory.create(target)) {
            Files.writeString(Files.createDirectory(target).resolve("a"), "x");
            assertThatThrownBy(staged::commit).isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(names()).containsExactly("run");
    }

    @Test
    void removesWhatAKilledRunLeftForTheSameTargetOnly() throws IOException {
        Files.writeString(directory.resolve(".a.999999999-1.partial"), "left over");
        Files.createDirectories(directory.resolve(".a.999999999-2.partial/deep"));
        Files.writeString(directory.resolve(".a.b.999999999-1.partial"), "of another target");
        Files.writeString(directory.resolve(".a.notes.partial"), "not ours");
        StagedFile.write(directory.resolve("a"), "x");
        assertThat(names()).containsExactly(".a.b.999999999-1.partial", ".a.notes.partial", "a");
    }

    @Test
    void keepsWhatAnotherWriterOfTheSameTargetIsMaking() throws IOException {
        Path target = directory.resolve("a");
        try (StagedFile first = StagedFile.create(target)) {
            first.stream().write('1');
            StagedFile.write(target, "2");
            first.commit();
        }
        assertThat(target).hasContent("1");
    }

    @Test
    void keepsWhatAnotherLivingProcessIsMaking() throws IOException {
        long living = ProcessHandle.current().parent().orElseThrow().pid();
        Path partial = Files.writeString(directory.resolve(".a." + living + "-1.partial"), "being made");
        StagedFile.write(directory.resolve("a"), "x");
        assertThat(partial).exists();
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
