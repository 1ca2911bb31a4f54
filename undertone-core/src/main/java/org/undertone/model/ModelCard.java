package org.undertone.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The page that travels with a model, for people: what it takes, what it gives, what it was measured at. */
final class ModelCard {
    private ModelCard() {}

    static String of(EmotionModel model) {
        GruEncoderSettings encoder = model.encoder().settings();
        Readout readout = model.description().readout();
        var card = new StringBuilder("# Emotion model\n\n");
        card.append("Scores for ")
                .append(String.join(", ", model.emotions()))
                .append(", from ")
                .append(encoder.inputs())
                .append(" acoustic columns at ")
                .append(number(model.encoder().description().frameRate()))
                .append(" frames per second.\n\n")
                .append("- Encoder: ")
                .append(encoder.layers())
                .append(" x GRU ")
                .append(encoder.hidden())
                .append(", then a dense layer to ")
                .append(encoder.outputs())
                .append(" at every step\n- Readout: ")
                .append(ModelFiles.name(readout.pooling()))
                .append(" over at most ")
                .append(readout.maximumSteps())
                .append(" steps; longer clips are cut, keeping the ")
                .append(ModelFiles.name(readout.cut()))
                .append("\n- Columns that did not vary in training and are ignored: ")
                .append(listed(model.encoder().standardizer().deadColumns()))
                .append("\n- Recordings are analysed by ")
                .append(model.description()
                        .recipe()
                        .map(recipe -> "recipe `" + recipe.label() + "`, as those it learned from")
                        .orElse("recipe `covarep`; it learned from features that were imported"))
                .append("\n\n| emotion | counts as present above | uncertainty |\n|---|---|---|\n");
        for (int emotion = 0; emotion < model.emotions().size(); emotion++) {
            card.append("| ")
                    .append(model.emotions().get(emotion))
                    .append(" | ")
                    .append(number(model.description().presenceThresholds().get(emotion)))
                    .append(" | ")
                    .append(uncertainty(model.description().uncertainties().get(emotion)))
                    .append(" |\n");
        }
        card.append(
                        "\nUncertainty is half the width of the interval around a score that held the label of nine in ten clips")
                .append(" left out in training.\n");
        section(card, "Evaluation", model.description().evaluation());
        section(card, "Where it comes from", model.description().provenance());
        section(
                card,
                "Where its encoder comes from",
                model.encoder().description().provenance());
        card.append("""

                ## Limits

                A score says how much a clip resembles, in its acoustic columns, clips that people labelled so; it does \
                not say what somebody feels. It holds for voices, languages and recordings like those it was measured on.

                `model.json` describes the model for programs, `model.safetensors` holds its weights.
                """);
        return card.toString();
    }

    private static void section(StringBuilder card, String title, ObjectNode content) {
        card.append("\n## ").append(title).append("\n\n");
        card.append(content.isEmpty() ? "Not recorded.\n" : "```json\n" + content.toPrettyString() + "\n```\n");
    }

    private static String uncertainty(OptionalDouble uncertainty) {
        return uncertainty.isPresent() ? number(uncertainty.getAsDouble()) : "not measured";
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
