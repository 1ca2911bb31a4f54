package org.undertone.corpus.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.storage.FileFormatException;

class LabelTableTest {
    @TempDir
    private Path directory;

    private List<LabelTable.Row> read(String text) throws IOException {
        return LabelTable.read(Files.writeString(directory.resolve("labels.csv"), text));
    }

    @Test
    void readsColumnsInAnyOrderAndUnderTheirOtherNames() throws IOException {
        assertThat(read("happy,Sad,anger,surprise,disgust,fear,start,end,Speaker,split,file\n"
                        + "3,0,0.5,0,0,1,0.25,2,ann,train,a.wav\n"
                        + ",,,,,,,,,,\"b, c.wav\"\n"))
                .containsExactly(
                        new LabelTable.Row(
                                "line 2",
                                "a.wav",
                                "ann",
                                0.25,
                                OptionalDouble.of(2),
                                "train",
                                List.of(3.0, 0.0, 0.5, 0.0, 0.0, 1.0)),
                        new LabelTable.Row("line 3", "b, c.wav", "", 0, OptionalDouble.empty(), "", List.of()));
    }

    @Test
    void needsNothingButFiles() throws IOException {
        assertThat(read("file\na.wav\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name;a.wav | line 1: has the column 'name', but known are file, group, start",
                "group;ann | line 1: has no column 'file'",
                "file,group,speaker;a.wav,b,c | line 1: has the column 'group' twice",
                "file,anger;a.wav,1 | line 1: must have all six emotions or none",
                "file | file: names no audio file",
                "file,start; ,1 | line 2: names no file",
                "file,start;a.wav,x | line 2: start must be a number but is 'x'",
                "file,start;a.wav,-1 | line 2: start must be 0 or more but is -1",
                "file,start,end;a.wav,2,1 | line 2: must end after it starts, but lies at 2.0 to 1.0 s",
                "file,end;a.wav,NaN | line 2: end must be 0 or more but is NaN",
                "file,start;a.wav | line 2: has 1 fields, expected 2"
            })
    void namesTheLineAtFault(String text, String message) {
        assertThatThrownBy(() -> read(text.replace(';', '\n')))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("labels.csv: " + message);
    }

    @Test
    void refusesIntensitiesThatAreNone() {
        String header = "file,happiness,sadness,anger,surprise,disgust,fear\n";
        assertThatThrownBy(() -> read(header + "a.wav,4,0,0,0,0,0\n"))
                .hasMessageContaining("line 2: happiness must lie in [0.0, 3.0] but is 4");
        assertThatThrownBy(() -> read(header + "a.wav,1,0,0,,0,0\n"))
                .hasMessageContaining("line 2: must have all six intensities or none, but has 5");
    }
}
