package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed of made-up predictions, against files that were written by hand. */
class PredictionFormatTest {
    private static final List<String> FILES =
            List.of("a.wav", "talks/one, two.wav", "a folder whose name is too long for a table/of this kind.flac");

    private static String printed(PredictionFormat format, List<String> files) {
        var test = new TestConsole();
        PredictionRows rows = format.rows(MadePredictions.model(), files, test.console.out());
        rows.begin();
        for (String file : files) {
            rows.row(file, MadePredictions.of(0, 3.21));
        }
        if (!files.isEmpty()) {
            // What multiples of a hundredth look like where they are computed.
            rows.row(files.get(0), MadePredictions.of(57 * 0.01, 3600.57));
        }
        rows.end();
        return test.printed().replace(System.lineSeparator(), "\n");
    }

    @ParameterizedTest
    @EnumSource
    void printsWhatTheGoldenFileHolds(PredictionFormat format) throws IOException {
        String name = "predictions." + format.name().toLowerCase(Locale.ROOT);
        try (InputStream golden = PredictionFormatTest.class.getResourceAsStream(name)) {
            assertThat(printed(format, FILES)).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void printsCsvThatReadsBackBitForBit() {
        List<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(printed(PredictionFormat.CSV, FILES)).stream()
                .toList();
        assertThat(rows).hasSize(4);
        NamedCsvRecord second = rows.get(1);
        assertThat(second.getField("file")).isEqualTo(FILES.get(1));
        assertThat(Double.parseDouble(second.getField("surprise"))).isEqualTo(0.1 + 0.2);
        assertThat(second.getField("surprise_present")).isEqualTo("false");
        assertThat(second.getField("surprise_uncertainty")).isEmpty();
        assertThat(second.getField("disgust_present")).isEqualTo("true");
        assertThat(rows.get(3).getField("start")).isEqualTo("0.57");
    }

    @Test
    void printsJsonThatReadsBackBitForBit() throws IOException {
        List<String> lines = printed(PredictionFormat.JSONL, FILES).lines().toList();
        assertThat(lines).hasSize(4);
        JsonNode line = JsonMapper.builder().build().readTree(lines.get(1));
        assertThat(line.path("file").asText()).isEqualTo(FILES.get(1));
        JsonNode surprise = line.path("emotions").path(3);
        assertThat(surprise.path("emotion").asText()).isEqualTo("surprise");
        assertThat(surprise.path("intensity").asDouble()).isEqualTo(0.1 + 0.2);
        assertThat(surprise.path("uncertainty").isNull()).isTrue();
    }

    @Test
    void quotesWhatWouldBreakARow() {
        String csv = printed(PredictionFormat.CSV, List.of("say \"hi\"\nagain.wav"));
        assertThat(csv).contains("\n\"say \"\"hi\"\"\nagain.wav\",0.0,3.21,");
        assertThat(printed(PredictionFormat.JSONL, List.of("a\nb")).lines()).hasSize(2);
    }

    @Test
    void showsNothingOnATerminalThatMovesTheCursor() {
        assertThat(printed(PredictionFormat.TABLE, List.of("a\u001b[2J\u202e.wav")))
                .contains("a?[2J?.wav")
                .doesNotContain("\u001b");
    }

    @Test
    void printsNoTableWhereThereIsNoRow() {
        assertThat(printed(PredictionFormat.TABLE, List.of())).isEmpty();
    }
}
