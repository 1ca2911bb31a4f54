package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.corpus.Corpus;
import org.undertone.model.EmotionModel;
import org.undertone.storage.SafetensorsWriter;

class InspectCommandTest {
    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    private int inspect(Path path) {
        return test.run(List.of(new InspectCommand(test.console)), "inspect", path.toString());
    }

    @Test
    void describesAComputationalSequence() {
        assertThat(inspect(GoldenFiles.csd("contiguous/acoustic.csd"))).isZero();
        assertThat(test.printed())
                .startsWith("computational sequence ")
                .containsPattern("root +\\S+")
                .containsPattern("videos +[1-9]")
                .containsPattern("rows +[1-9]")
                .containsPattern("columns +74");
    }

    @Test
    void describesARecording() throws IOException {
        // Two channels of 16 bits at 8 kHz: 800 frames of (0.5, 0), in a RIFF chunk said to be longer.
        var wav = ByteBuffer.allocate(44 + 3200).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 6400);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 2).putInt(8000).putInt(32000);
        wav.putShort((short) 4).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(3200);
        for (int frame = 0; frame < 800; frame++) {
            wav.putShort((short) (1 << 14)).putShort((short) 0);
        }
        Path file = Files.write(directory.resolve("a.wav"), wav.array());
        assertThat(inspect(file)).as(test.complained()).isZero();
        assertThat(test.printed())
                .startsWith("recording ")
                .containsPattern("rate +8,000 Hz")
                .containsPattern("channels +2")
                .containsPattern("samples +800 per channel")
                .containsPattern("duration +0.100 s")
                .containsPattern("loudest +0.250 of full scale");
        assertThat(inspect(Files.writeString(directory.resolve("b.wav"), "no audio")))
                .isEqualTo(1);
        assertThat(test.complained()).contains("b.wav: ");
    }

    @Test
    void describesACorpus() throws IOException {
        Path corpus = directory.resolve("corpus");
        var console = new TestConsole();
        console.run(
                List.of(new ImportCommand(console.console)),
                "import",
                "--acoustic",
                GoldenFiles.csd("contiguous/acoustic.csd").toString(),
                "--labels",
                GoldenFiles.csd("contiguous/labels.csd").toString(),
                "--out",
                corpus.toString());
        assertThat(inspect(corpus)).as(test.complained()).isZero();
        try (var opened = Corpus.open(corpus)) {
            assertThat(test.printed())
                    .startsWith("corpus ")
                    .containsPattern("clips +" + opened.size())
                    .containsPattern("columns +74")
                    .contains(opened.hash())
                    .containsPattern("happiness +[0-9.]+ +[0-9.]+ +[0-9]+ +[0-9.]+ %")
                    .containsPattern("acoustic +acoustic.csd +[0-9,]+ +[0-9a-f]{64}");
        }
    }

    @Test
    void describesAModel() {
        assertThat(inspect(GoldenFiles.model())).as(test.complained()).isZero();
        assertThat(test.printed())
                .startsWith("model ")
                .containsPattern("emotions +happiness sadness anger")
                .containsPattern("pooling +mean")
                .containsPattern("layers +2 x GRU 19, Dense 6")
                .containsPattern("sadness +0.250")
                .contains("\"labels\" : 20", "\"CCC\" : 0.5");
    }

    @Test
    void describesAnEncoder() throws IOException {
        Path encoder = directory.resolve("encoder");
        EmotionModel.read(GoldenFiles.model()).encoder().write(encoder);
        assertThat(inspect(encoder)).as(test.complained()).isZero();
        // 3 * 19 * (7 + 19 + 2) + 3 * 19 * (19 + 19 + 2) + 6 * (19 + 1)
        assertThat(test.printed())
                .startsWith("encoder ")
                .containsPattern("parameters +3,996")
                .containsPattern("columns +7")
                .contains("\"seed\" : 11");
    }

    @Test
    void describesATensorFile() throws IOException {
        Path file = directory.resolve("a.safetensors");
        try (var writer = SafetensorsWriter.create(file)) {
            writer.floats("head.bias", new float[6], 2, 3);
            writer.commit();
        }
        assertThat(inspect(file)).isZero();
        assertThat(test.printed()).containsPattern("head.bias +F32 +2 x 3 +24");
    }

    @Test
    void saysWhatItKnowsWhereItKnowsNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("a.txt"), "nothing");
        assertThat(inspect(file)).isEqualTo(1);
        assertThat(test.complained()).contains("a.txt: file: is nothing that Undertone knows, which is a comp");
        assertThat(inspect(directory)).isEqualTo(1);
        assertThat(test.complained()).contains(": directory: is nothing that Undertone knows");
    }

    @Test
    void namesAPathThatIsNotThere() {
        assertThat(inspect(directory.resolve("none"))).isEqualTo(1);
        assertThat(test.complained()).contains("none: no such file or directory");
    }

    @Test
    void saysWhatIsWrongWithAForeignFileUnderTheName() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csd"), "nothing");
        assertThat(inspect(file)).isEqualTo(1);
        assertThat(test.complained()).contains("a.csd: file: is no HDF5 file");
    }

    @Test
    void alignsNumbersToTheRightAndWordsToTheLeft() {
        TextTable.of("name", "count").row("a", "1,000").row("longer", "7").print(test.console.out());
        assertThat(test.printed().lines()).containsExactly("name    count", "a       1,000", "longer      7");
    }
}
