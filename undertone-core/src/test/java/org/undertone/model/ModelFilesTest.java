package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.storage.FileFormatException;
import org.undertone.storage.SafetensorsFile;
import org.undertone.storage.SafetensorsWriter;

class ModelFilesTest {
    @TempDir
    Path temporary;

    private final Golden golden = Golden.read();
    private Path directory;

    @BeforeEach
    void writeAModel() throws IOException {
        directory = temporary.resolve("model");
        golden.model().write(directory);
    }

    @Test
    void readsBackAModelThatAnswersTheSame() throws IOException {
        EmotionModel model = EmotionModel.read(directory);
        assertThat(model.predict(golden.frames(), Golden.FRAMES))
                .isEqualTo(golden.model().predict(golden.frames(), Golden.FRAMES));
        assertThat(model.description()).isEqualTo(golden.model().description());
        assertThat(model.encoder().description())
                .isEqualTo(golden.model().encoder().description());
        assertThat(model.encoder().standardizer())
                .isEqualTo(golden.model().encoder().standardizer());
        assertThat(model.columns().names()).startsWith("F0", "VUV");
        assertThat(model.description().presenceThresholds()).containsExactly(0.5, 0.25, -1.0);
        assertThat(model.description().evaluation().get("CCC").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void writesTheSameBytesForTheSameModel() throws IOException {
        Path second = temporary.resolve("second");
        EmotionModel.read(directory).write(second);
        for (String name : new String[] {"model.json", "model.safetensors", "README.md"}) {
            assertThat(second.resolve(name)).hasSameBinaryContentAs(directory.resolve(name));
        }
    }

    @Test
    void writesACardThatNamesWhatAPersonAsksFor() throws IOException {
        assertThat(Files.readString(directory.resolve("README.md")))
                .contains("happiness, sadness, anger", "7 acoustic columns", "2 x GRU 19", "creak", "\"CCC\" : 0.5")
                .contains("| sadness | 0.2500 | not measured |");
    }

    @Test
    void readsBackAnEncoderThatAnswersTheSame() throws IOException {
        Path encoderDirectory = temporary.resolve("encoder");
        golden.model().encoder().write(encoderDirectory);
        PretrainedEncoder encoder = PretrainedEncoder.read(encoderDirectory);
        Readout readout = golden.model().description().readout();
        assertThat(encoder.embed(golden.frames(), Golden.FRAMES, readout))
                .isEqualTo(golden.model().encoder().embed(golden.frames(), Golden.FRAMES, readout));
        assertThat(encoder.description().provenance().get("seed").intValue()).isEqualTo(11);
    }

    @Test
    void refusesToWriteOverAModel() {
        assertThatThrownBy(() -> golden.model().write(directory))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("is not empty");
    }

    @Test
    void rejectsADirectoryWithoutAModel() {
        assertThatThrownBy(() -> EmotionModel.read(temporary))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(temporary.resolve("model.json") + ": no such file");
    }

    @Test
    void rejectsAnEncoderDirectory() throws IOException {
        editJson(json -> json.replace("undertone-model", "undertone-encoder"));
        assertDefect("model.json: 'format': is 'undertone-encoder', expected 'undertone-model'");
    }

    @Test
    void rejectsAVersionItDoesNotKnow() throws IOException {
        editJson(json -> json.replace("\"version\" : 2", "\"version\" : 3"));
        assertDefect("model.json: 'version': is 3, this release reads up to 2; use a newer release");
    }

    @Test
    void rejectsTextThatIsNoJson() throws IOException {
        editJson(json -> json.substring(0, json.length() / 2));
        assertDefect("is not the expected JSON");
    }

    @Test
    void rejectsAListInPlaceOfAnObject() throws IOException {
        editJson(json -> "[]");
        assertDefect("model.json: file: is not a JSON object");
        editJson(json -> "");
        assertDefect("model.json: file: is not a JSON object");
    }

    @Test
    void rejectsAKeyThatOccursTwice() throws IOException {
        editJson(json -> json.replaceFirst("\\{", "{\"version\" : 1,"));
        assertDefect("Duplicate field 'version'");
    }

    @Test
    void rejectsAKeyItDoesNotKnow() throws IOException {
        editJson(json -> json.replaceFirst("\\{", "{\"emotoins\" : 1,"));
        assertDefect("'emotoins': is not known here; known are [emotions");
        editJson(json -> json.replace("emotoins", "version2").replace("\"kind\"", "\"kinds\" : 1, \"kind\""));
        assertDefect("is not known here");
    }

    @Test
    void rejectsAMissingKey() throws IOException {
        editJson(json -> json.replace("\"maximum_steps\" : 40,", ""));
        assertDefect("'readout.maximum_steps': is missing");
    }

    @Test
    void rejectsValuesOfTheWrongKindOrRange() throws IOException {
        assertEdited("\"maximum_steps\" : 40", "\"maximum_steps\" : 0", "'readout.maximum_steps': is 0, expected");
        assertEdited("\"maximum_steps\" : 40", "\"maximum_steps\" : 1.5", "'readout.maximum_steps': is 1.5, expected");
        assertEdited("\"hidden\" : 19", "\"hidden\" : 9999999999", "'encoder.hidden': is 9999999999, expected");
        assertEdited("\"frame_rate\" : 100.0", "\"frame_rate\" : \"x\"", "'encoder.frame_rate': is \"x\", expected");
        assertEdited(
                "\"pooling\" : \"mean\"", "\"pooling\" : \"max\"", "is 'max', expected one of [last, mean, flatten]");
        assertEdited("\"pooling\" : \"mean\"", "\"pooling\" : 1", "'readout.pooling': is 1, expected a text");
        assertEdited("\"kind\" : \"gru\"", "\"kind\" : \"lstm\"", "'encoder.kind': is 'lstm'");
        assertEdited("\"VUV\"", "7", "'encoder.columns': holds 7, expected texts only");
        assertEdited("\"VUV\"", "\"F0\"", "'encoder.columns': column 'F0' occurs twice");
        assertEdited("\"sadness\" : 0.25,", "", "'presence_thresholds.sadness': is missing");
        assertEdited("\"training\" : { }", "\"training\" : 3", "'encoder.training': is not an object");
    }

    @Test
    void rejectsColumnsThatDoNotMatchTheEncoder() throws IOException {
        editJson(json -> json.replace("\"VUV\", ", ""));
        assertDefect("'encoder.columns': names 6 columns but the encoder has 7 inputs");
    }

    @Test
    void rejectsEmotionsThatDoNotMatchTheHead() throws IOException {
        editJson(json -> json.replace("\"anger\" ]", "\"anger\", \"fear\" ]")
                .replace("\"anger\" : -1.0", "\"anger\" : -1.0, \"fear\" : 0"));
        assertDefect("tensor 'head.weight': is F32 [3, 6], expected F32 [4, 6]");
    }

    @Test
    void rejectsSettingsThatDoNotMatchTheWeights() throws IOException {
        editJson(json -> json.replace("\"hidden\" : 19", "\"hidden\" : 20"));
        assertDefect("tensor 'encoder.gru.weight_ih_l0': is F32 [57, 7], expected F32 [60, 7]");
    }

    @Test
    void rejectsWeightsTheSettingsDoNotName() throws IOException {
        editJson(json -> json.replace("\"layers\" : 2", "\"layers\" : 1"));
        assertDefect("tensor 'encoder.gru.weight_ih_l1': does not belong to the settings in the JSON file");
    }

    @Test
    void rejectsAMissingTensor() throws IOException {
        rewriteTensors("head.bias", null);
        assertDefect("tensor 'head.bias': is missing");
    }

    @Test
    void rejectsAMissingTensorFile() throws IOException {
        Files.delete(directory.resolve("model.safetensors"));
        assertThatThrownBy(() -> EmotionModel.read(directory))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("model.safetensors: no such file");
    }

    @Test
    void rejectsWeightsThatAreNotFinite() throws IOException {
        rewriteTensors("encoder.output.bias", Float.NaN);
        assertDefect("encoder output bias must be finite but hold NaN at index 0");
        rewriteTensors("head.bias", Float.POSITIVE_INFINITY);
        rewriteTensors("encoder.output.bias", 0f);
        assertDefect("head bias must be finite but hold Infinity at index 0");
    }

    @Test
    void rejectsStandardizersThatAreNotFinite() throws IOException {
        rewriteTensors("standardizer.mean", Float.NaN);
        assertDefect("mean of column 'F0' must be finite");
    }

    @Test
    void rejectsAFileThatIsALinkOutOfTheDirectory() throws IOException {
        for (String name : new String[] {"model.json", "model.safetensors"}) {
            Path file = directory.resolve(name);
            Path elsewhere = Files.move(file, temporary.resolve(name));
            Files.createSymbolicLink(file, elsewhere);
            assertDefect(name + ": file: is a link that leads out of its directory; put the file itself");
            Files.delete(file);
            Files.move(elsewhere, file);
        }
        Path encoder = temporary.resolve("encoder");
        golden.model().encoder().write(encoder);
        Path file = encoder.resolve("encoder.json");
        Files.move(file, temporary.resolve("encoder.json"));
        Files.createSymbolicLink(file, temporary.resolve("encoder.json"));
        assertThatThrownBy(() -> PretrainedEncoder.read(encoder))
                .hasMessageContaining("is a link that leads out of its directory");
    }

    @Test
    void readsADirectoryThatIsALinkAndFilesThatAreLinksWithinIt() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("newest"), directory);
        Files.move(directory.resolve("model.json"), directory.resolve("kept.json"));
        Files.createSymbolicLink(directory.resolve("model.json"), Path.of("kept.json"));
        assertThat(EmotionModel.read(link).predict(golden.frames(), 5))
                .isEqualTo(golden.model().predict(golden.frames(), 5));
    }

    @Test
    void rejectsALinkToNothingAndADirectoryInPlaceOfAFile() throws IOException {
        Path file = directory.resolve("model.json");
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nothing"));
        assertThatThrownBy(() -> EmotionModel.read(directory)).hasMessage(file + ": no such file");
        Files.delete(file);
        Files.createDirectory(file);
        assertDefect("model.json: file: is a directory, expected a JSON file");
    }

    @Test
    void rejectsHeadersThatClaimMoreThanIsAllowed() throws IOException {
        Path file = directory.resolve("model.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 8, (byte) 0x7f);
        Files.write(file, bytes);
        assertDefect("model.safetensors: header: claims a length of 9187201950435737471 bytes, more than the allowed");
    }

    @Test
    void rejectsADescriptionLongerThanIsAllowedWithoutReadingIt() throws IOException {
        try (var file = new RandomAccessFile(directory.resolve("model.json").toFile(), "rw")) {
            file.setLength((64L << 20) + 1);
        }
        assertDefect("model.json: file: has 67108865 bytes, more than the allowed 67108864");
    }

    @Test
    void answersDamagedFilesWithAModelOrANamedError() throws IOException {
        var random = new SplittableRandom(77);
        int refused = 0;
        for (String name : new String[] {"model.json", "model.safetensors"}) {
            Path file = directory.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int round = 0; round < 600; round++) {
                byte[] damaged = round % 10 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
                for (int change = random.nextInt(3); change >= 0 && damaged.length > 0; change--) {
                    damaged[random.nextInt(Math.min(damaged.length, 2_500))] = (byte) random.nextInt(256);
                }
                Files.write(file, damaged);
                try {
                    assertThat(EmotionModel.read(directory).predict(golden.frames(), 5))
                            .isNotEmpty();
                } catch (FileFormatException e) {
                    refused++;
                    assertThat(e.getMessage()).startsWith(e.file() + ": " + e.where());
                }
            }
            Files.write(file, whole);
        }
        assertThat(refused).isBetween(400, 1_200);
    }

    private void assertEdited(String before, String after, String message) throws IOException {
        Path file = directory.resolve("model.json");
        String kept = Files.readString(file);
        assertThat(kept).contains(before);
        editJson(json -> json.replaceFirst(Pattern.quote(before), after));
        assertDefect(message);
        Files.writeString(file, kept);
    }

    private void editJson(UnaryOperator<String> edit) throws IOException {
        Path file = directory.resolve("model.json");
        Files.writeString(file, edit.apply(Files.readString(file)));
    }

    private void assertDefect(String message) {
        assertThatThrownBy(() -> EmotionModel.read(directory))
                .isInstanceOf(FileFormatException.class)
                .hasMessageStartingWith(directory.toString())
                .hasMessageContaining(message);
    }

    /** Copies the tensors with the first value of one replaced, or that one left out. */
    private void rewriteTensors(String name, Float first) throws IOException {
        Path file = directory.resolve("model.safetensors");
        try (SafetensorsFile source = SafetensorsFile.open(file);
                SafetensorsWriter target = SafetensorsWriter.create(file)) {
            for (String tensor : source.names()) {
                long[] shape = source.entry(tensor).shape().stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                if (tensor.startsWith("standardizer")) {
                    double[] values = source.doubles(tensor);
                    values[0] = tensor.equals(name) ? first : values[0];
                    target.doubles(tensor, values, shape);
                } else if (!tensor.equals(name)) {
                    target.floats(tensor, source.floats(tensor), shape);
                } else if (first != null) {
                    float[] values = source.floats(tensor);
                    values[0] = first;
                    target.floats(tensor, values, shape);
                }
            }
            target.commit();
        }
    }
}
