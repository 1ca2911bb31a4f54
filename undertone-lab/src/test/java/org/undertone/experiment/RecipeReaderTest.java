package org.undertone.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undertone.network.Pooling;

/** Recipes from YAML and from settings on the command line. */
class RecipeReaderTest {

    @TempDir
    Path directory;

    @Test
    void thePapersRecipeIsWhatThePaperSays() throws Exception {
        ExperimentRecipe paper = RecipeReader.read("paper", List.of());
        assertThat(paper).isEqualTo(ExperimentRecipe.PAPER);
        assertThat(paper.budgets())
                .containsExactly(20, 35, 50, 65, 80, 95, 110, 125, 140, 155, 170, 185, 200, 400, 600, 800, 1000, 1200);
        assertThat(paper.repeats()).isEqualTo(3);
        assertThat(paper.fineTuning().trainer().epochs()).isEqualTo(30);
        assertThat(paper.fineTuning().trainer().adam().learningRate()).isEqualTo(0.001);
        assertThat(paper.pretraining().hidden()).isEqualTo(256);
        assertThat(paper.pretraining().span().maskValue()).isEqualTo(-30);
    }

    @Test
    void theDemonstrationHasARecipeThatSettingsChange() throws Exception {
        assertThat(RecipeReader.read("demo", List.of())).isEqualTo(ExperimentRecipe.DEMO);
        ExperimentRecipe changed = RecipeReader.read("demo", List.of("repeats=2"));
        assertThat(changed.repeats()).isEqualTo(2);
        assertThat(changed.pretraining()).isEqualTo(ExperimentRecipe.DEMO.pretraining());
    }

    @Test
    void writesWhatItReads() throws Exception {
        ExperimentRecipe recipe = RecipeReader.read(
                "paper",
                List.of("protocol=folds:5", "split=folds:dev,test", "fineTuning.pooling=LAST", "standardizer.clip=8"));
        Path file = directory.resolve("recipe.yaml");
        Files.writeString(file, RecipeReader.write(recipe));
        assertThat(RecipeReader.read(file.toString(), List.of())).isEqualTo(recipe);
        Files.writeString(file, RecipeReader.write(ExperimentRecipe.PAPER));
        assertThat(RecipeReader.read(file.toString(), List.of())).isEqualTo(ExperimentRecipe.PAPER);
    }

    @Test
    void aFileSaysOnlyWhatDiffers() throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "repeats: 10\nfineTuning:\n  pooling: last\n");
        ExperimentRecipe recipe = RecipeReader.read(file.toString(), List.of("repeats=12"));
        assertThat(recipe.repeats()).isEqualTo(12);
        assertThat(recipe.fineTuning().pooling()).isEqualTo(Pooling.LAST);
        assertThat(recipe.pretraining()).isEqualTo(ExperimentRecipe.PAPER.pretraining());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "repeat=3|a recipe has no setting \"repeat\"; the nearest is \"repeats\"",
                "pretraining.trainer.epoch=3|no setting \"pretraining.trainer.epoch\"; the nearest is \"pretraining.trainer.epochs\"",
                "pretraining=3|no setting \"pretraining\"",
                "repeats|a setting reads key=value but is \"repeats\"",
                "repeats=0|repeats must lie in 1..1000 but are 0",
                "repeats=many|the recipe does not fit",
                "repeats=2.5|the recipe does not fit",
                "evaluationShare=1.5|share of clips to evaluate must lie in (0, 1) but is 1.5",
                "budgets=[50, 20]|label budgets must be 2 or more and ascend but are [50, 20]",
                "methods=[magic]|no method is called \"magic\"; there are pretrained",
                "protocol=folds|protocol must be \"single\" or \"folds:K\"",
                "protocol=folds:1|protocol must be \"single\" or \"folds:K\"",
                "split=speakers|split must be \"groups\", \"random\" or \"folds:NAME[,NAME]\"",
                "pretraining.span.largestShare=1.5|share of hidden frames must lie in (0, 1] but is 1.5",
                "fineTuning.pooling=median|the recipe does not fit",
                "fineTuning.trainer.adam.learningRate=-1|learning rate must lie in (0, 1] but is -1.0",
            })
    void refusesWhatDoesNotFitInOneSentence(String setting, String sentence) {
        assertThatThrownBy(() -> RecipeReader.read("paper", List.of(setting)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void namesTheUnknownKeyOfAFileAndTheNearest() throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "pretraining:\n  hiden: 128\n");
        assertThatThrownBy(() -> RecipeReader.read(file.toString(), List.of()))
                .hasMessageEndingWith(
                        "a recipe has no setting \"pretraining.hiden\"; the nearest is \"pretraining.hidden\"");
    }

    @Test
    void refusesWhatIsNotARecipe() throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "a: [1, 2\n");
        assertThatThrownBy(() -> RecipeReader.read(file.toString(), List.of())).hasMessageContaining("not YAML");
        Files.writeString(file, "just words\n");
        assertThatThrownBy(() -> RecipeReader.read(file.toString(), List.of()))
                .hasMessageContaining("a recipe must be a map of settings");
        assertThatThrownBy(() -> RecipeReader.read("papr", List.of()))
                .hasMessageContaining("no recipe is called \"papr\"");
    }
}
