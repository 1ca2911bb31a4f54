package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.model.PretrainedEncoder;

/** From a corpus to predictions: pretrain, finetune, evaluate, predict. */
class ModelCommandsTest {
    private final TestConsole test = new TestConsole();

    @TempDir
    private Path directory;

    private String corpus;

    @BeforeEach
    void makeACorpus() throws IOException {
        corpus = TinyCorpus.in(directory).toString();
    }

    private String in(String name) {
        return directory.resolve(name).toString();
    }

    private int quick(String... arguments) {
        return test.runAny(TinyCorpus.quick(arguments));
    }

    @Test
    void pretrainsAnEncoder() throws IOException {
        assertThat(quick("pretrain", corpus, "--out", in("encoder")))
                .as(test.complained())
                .isZero();
        assertThat(test.printed())
                .containsPattern("encoder +" + in("encoder"))
                .containsPattern("epochs +2")
                .containsPattern("loss +[0-9.]+");
        assertThat(test.complained()).contains("pretrain: 2 of 2 steps (100 %)");
        assertThat(PretrainedEncoder.read(directory.resolve("encoder"))
                        .settings()
                        .hidden())
                .isEqualTo(4);
        assertThat(directory.resolve("encoder.training")).doesNotExist();
    }

    @Test
    void goesOnWithATrainingThatWasInterrupted() throws IOException {
        quick("pretrain", corpus, "--out", in("whole"));
        var stopped = new TestConsole();
        stopped.pressCtrlC();
        assertThat(stopped.runAny(TinyCorpus.quick("pretrain", corpus, "--out", in("encoder"))))
                .isEqualTo(Undertone.INTERRUPTED);
        stopped.interruption.workEnded();
        assertThat(stopped.complained()).contains("stays in " + in("encoder.training"), "--resume goes on");
        assertThat(quick("pretrain", corpus, "--out", in("encoder"))).isEqualTo(1);
        assertThat(test.complained()).contains("encoder.training: holds an unfinished training");
        assertThat(quick("pretrain", corpus, "--out", in("encoder"), "--resume"))
                .isZero();
        assertThat(directory.resolve("encoder/encoder.safetensors"))
                .hasBinaryContent(Files.readAllBytes(directory.resolve("whole/encoder.safetensors")));
    }

    @Test
    void refusesTargetsThatAreTakenBeforeItWorks() throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("taken")).resolve("precious"), "x");
        assertThat(quick("pretrain", corpus, "--out", in("taken"))).isEqualTo(1);
        assertThat(test.complained()).contains("taken: is not empty").doesNotContain("steps");
        String encoder = TinyCorpus.encoder(Path.of(corpus)).toString();
        assertThat(quick("pretrain", corpus, "--out", encoder)).isEqualTo(1);
        assertThat(test.complained()).contains("encoder: holds an encoder already");
        assertThat(quick("finetune", corpus, "--encoder", encoder, "--labels", "2", "--out", in("taken")))
                .isEqualTo(1);
        assertThat(directory.resolve("taken/precious")).hasContent("x");
    }

    @Test
    void finetunesAModelOnSoManyLabels() {
        String encoder = TinyCorpus.encoder(Path.of(corpus)).toString();
        assertThat(quick("finetune", corpus, "--encoder", encoder, "--labels", "2", "--out", in("model")))
                .as(test.complained())
                .isZero();
        assertThat(test.printed()).containsPattern("labelled clips +2");
        assertThat(quick("finetune", corpus, "--encoder", encoder, "--labels", "900", "--out", in("m2")))
                .isEqualTo(1);
        assertThat(test.complained()).contains("a label budget must lie in 1 to ");
        assertThat(quick("finetune", corpus, "--encoder", encoder, "--labels", "0", "--out", in("m2")))
                .isEqualTo(2);
        assertThat(quick("finetune", corpus, "--encoder", in("none"), "--labels", "2", "--out", in("m2")))
                .isEqualTo(1);
        assertThat(directory.resolve("m2")).doesNotExist();
    }

    @Test
    void evaluatesBesideDummies() {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        assertThat(test.runAny("evaluate", model, corpus, "--split", "test"))
                .as(test.complained())
                .isZero();
        assertThat(test.printed())
                .contains("labelled clips of 1 group", "CCC: ", "AUROC: ", "no intervals: ", "but there are 1")
                .containsPattern("emotion +model +zeros +median")
                .containsPattern("overall +[0-9.]+ +[0-9.]+ +[0-9.]+");
    }

    @Test
    void evaluatesForMachines() throws IOException {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        assertThat(test.runAny("evaluate", model, corpus, "--split", "test", "--json"))
                .isZero();
        var json = JsonMapper.builder().build().readTree(test.printed());
        var scores = json.path("systems").path("model").path("mae");
        assertThat(scores.path("overall").path("value").isNumber()).isTrue();
        assertThat(scores.path("anger").path("interval").path("undefined").asText())
                .contains("at least 10 groups");
        assertThat(json.path("systems")
                        .path("zeros")
                        .path("pearson")
                        .path("fear")
                        .path("undefined")
                        .asText())
                .isNotEmpty();
        assertThat(json.path("groups").asInt()).isEqualTo(1);
    }

    @Test
    void refusesToEvaluateOnWhatTheModelLearnedFrom() {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        assertThat(test.runAny("evaluate", model, corpus)).isEqualTo(1);
        assertThat(test.complained()).contains("which the model learned from; evaluate on another corpus");
        assertThat(test.runAny("evaluate", model, corpus, "--split", "tset")).isEqualTo(1);
        assertThat(test.complained()).contains("no labelled clip in a fold named \"tset\"");
        assertThat(test.runAny("evaluate", in("none"), corpus)).isEqualTo(1);
        assertThat(test.runAny("evaluate", model)).isEqualTo(2);
    }

    @Test
    void predictsEveryClipInEachFormat() throws IOException {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        assertThat(predicted(model, "table"))
                .hasSize(8)
                .first()
                .asString()
                .matches("clip +happiness +sadness +anger +surprise +disgust +fear");
        assertThat(predicted(model, "csv"))
                .hasSize(8)
                .startsWith("clip,source,start,end,happiness,sadness,anger,surprise,disgust,fear")
                .allMatch(line -> line.split(",").length == 10);
        for (String line : predicted(model, "jsonl").toList()) {
            var json = JsonMapper.builder().build().readTree(line);
            assertThat(json.path("scores")).hasSize(6);
            assertThat(json.path("scores").path("fear").isNumber()).isTrue();
        }
    }

    private static Stream<String> predicted(String model, String format) {
        var console = new TestConsole();
        String corpus = Path.of(model).resolveSibling("corpus").toString();
        assertThat(console.runAny("predict", model, corpus, "--format", format))
                .as(console.complained())
                .isZero();
        return console.printed().lines();
    }

    @Test
    void predictsNothingWhereItIsUsedWrongly() {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        assertThat(test.runAny("predict", model, corpus, "--format", "xml")).isEqualTo(2);
        assertThat(test.complained()).contains("--format must be table, csv or jsonl but is 'xml'");
        assertThat(test.runAny("predict", model, corpus, corpus)).isEqualTo(2);
        assertThat(test.complained()).contains("a corpus is predicted by itself");
        assertThat(test.runAny("predict", model, corpus, "--window", "3")).isEqualTo(2);
        assertThat(test.complained()).contains("--window, --recipe and --mix are for recordings");
        assertThat(test.runAny("predict", in("none"), corpus)).isEqualTo(1);
        assertThat(test.printed()).isEmpty();
    }

    @Test
    void leavesNothingHalfDoneWhereItIsInterrupted() {
        String model = TinyCorpus.model(Path.of(corpus)).toString();
        test.pressCtrlC();
        assertThat(test.runAny("predict", model, corpus)).isEqualTo(Undertone.INTERRUPTED);
        test.interruption.workEnded();
        assertThat(test.printed()).isEmpty();
    }

    @Test
    void refusesAModelOfOtherColumns() {
        assertThat(test.runAny("predict", GoldenFiles.model().toString(), corpus))
                .isEqualTo(1);
        assertThat(test.complained()).contains("the model takes the columns ");
    }
}
