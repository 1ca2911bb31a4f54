package org.undertone.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.undertone.features.FeatureRecipe;
import org.undertone.features.Frames;
import org.undertone.model.EmotionModel;
import org.undertone.storage.JsonFile;

/**
 * A model as it is served: a directory read once, which nobody looks into again.
 *
 * @param model what predicts
 * @param id SHA-256 of its weights and its description, in hexadecimal
 * @param card its model card in Markdown; empty where it has none
 * @param loadedAt when it was read
 */
record ServedModel(EmotionModel model, String id, String card, Instant loadedAt) {
    private static final String WEIGHTS = "model.safetensors";
    private static final String DESCRIPTION = "model.json";
    private static final String CARD = "README.md";
    private static final int MOST_CARD_BYTES = 1 << 20;

    /** Reads a model directory; one that is changed meanwhile must be read again. */
    static ServedModel read(Path directory, Instant now) throws IOException {
        EmotionModel model = EmotionModel.read(directory);
        MessageDigest digest = sha256();
        update(digest, directory.resolve(WEIGHTS));
        update(digest, directory.resolve(DESCRIPTION));
        return new ServedModel(model, HexFormat.of().formatHex(digest.digest()), card(directory), now);
    }

    /** The longest clip it takes. */
    double longestClipSeconds() {
        return model.description().readout().maximumSteps() * Frames.HOP_SECONDS;
    }

    /** How recordings become frames for it. */
    FeatureRecipe recipe() {
        return model.extractor().settings().recipe();
    }

    /** All there is to say of it. */
    ObjectNode toJson() {
        var description = model.description();
        ObjectNode json = JsonFile.object().put("id", id);
        var emotions = json.putArray("emotions");
        for (int emotion = 0; emotion < model.emotions().size(); emotion++) {
            ObjectNode one = emotions.addObject()
                    .put("emotion", model.emotions().get(emotion))
                    .put("presenceThreshold", description.presenceThresholds().get(emotion));
            var uncertainty = description.uncertainties().get(emotion);
            if (uncertainty.isPresent()) {
                one.put("uncertainty", uncertainty.getAsDouble());
            } else {
                one.putNull("uncertainty");
            }
        }
        json.put("recipe", description.recipe().map(FeatureRecipe::label).orElse(null));
        json.put("frameRate", model.encoder().description().frameRate());
        json.put("longestClipSeconds", longestClipSeconds());
        json.put("loadedAt", loadedAt.toString());
        json.set("provenance", description.provenance());
        json.set("evaluation", description.evaluation());
        return json.put("card", card);
    }

    private static String card(Path directory) throws IOException {
        Path file = directory.resolve(CARD);
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MOST_CARD_BYTES), StandardCharsets.UTF_8);
        }
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java machine has SHA-256", e);
        }
    }
}
