package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.features.FeatureRecipe;

/** Directories as earlier releases wrote them go on being read. */
class ModelVersionsTest {
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
    void readsModelsOfEveryVersionThereWas() throws IOException {
        EmotionModel first = EmotionModel.read(Golden.directory());
        EmotionModel second = EmotionModel.read(Golden.directory().resolveSibling("model-v2"));
        double[] scores = Golden.expected("mean");
        for (EmotionModel model : List.of(first, second)) {
            double[] answer = model.predict(golden.frames(), Golden.FRAMES);
            for (int emotion = 0; emotion < scores.length; emotion++) {
                assertThat(answer[emotion]).isCloseTo(scores[emotion], within(1e-5));
            }
        }
        assertThat(first.description().uncertainties()).containsOnly(OptionalDouble.empty());
        assertThat(first.description().recipe()).isEmpty();
        assertThat(second.description().uncertainties())
                .containsExactly(OptionalDouble.of(0.75), OptionalDouble.empty(), OptionalDouble.of(1.25));
        assertThat(second.description().recipe()).contains(FeatureRecipe.COVAREP_1_4_2);
    }

    @Test
    void keepsUncertaintiesAndRecipe() throws IOException {
        EmotionModel model = EmotionModel.read(Golden.directory().resolveSibling("model-v2"));
        Path again = temporary.resolve("again");
        model.write(again);
        assertThat(EmotionModel.read(again).description()).isEqualTo(model.description());
        assertThat(Files.readString(again.resolve("README.md")))
                .contains(
                        "recipe `covarep-1.4.2`", "| anger | -1.000 | 1.250 |", "| sadness | 0.2500 | not measured |");
    }

    @Test
    void rejectsAnUncertaintyBelowNothingAndARecipeNobodyKnows() throws IOException {
        Path v2 = temporary.resolve("v2");
        EmotionModel.read(Golden.directory().resolveSibling("model-v2")).write(v2);
        Path json = v2.resolve("model.json");
        String written = Files.readString(json);
        Files.writeString(json, written.replace("1.25", "-1"));
        assertThatThrownBy(() -> EmotionModel.read(v2)).hasMessageContaining("uncertainties.anger");
        Files.writeString(json, written.replace("covarep-1.4.2", "openear"));
        assertThatThrownBy(() -> EmotionModel.read(v2)).hasMessageContaining("there is no recipe 'openear'");
    }

    @Test
    void rejectsFieldsOfVersionTwoInVersionOne() throws IOException {
        Path json = directory.resolve("model.json");
        Files.writeString(json, Files.readString(json).replace("\"version\" : 2", "\"version\" : 1"));
        assertThatThrownBy(() -> EmotionModel.read(directory)).hasMessageContaining("uncertainties");
    }
}
