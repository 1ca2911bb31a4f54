package org.undertone.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.undertone.model.EmotionScore;
import org.undertone.model.Prediction;

/** Predictions as JSON. */
final class Stretches {
    private static final JsonFactory JSON = new JsonFactory();

    private Stretches() {}

    /** What writes a document. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    /** An object in UTF-8. */
    static byte[] bytes(Content content) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            object(json, content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /** An object as text. */
    static String text(Content content) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            object(json, content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static void object(JsonGenerator json, Content content) throws IOException {
        json.writeStartObject();
        content.write(json);
        json.writeEndObject();
    }

    /** The fields of a prediction. */
    static void writeFields(Prediction stretch, JsonGenerator json) throws IOException {
        json.writeNumberField("startSeconds", seconds(stretch.startSeconds()));
        json.writeNumberField("endSeconds", seconds(stretch.endSeconds()));
        json.writeArrayFieldStart("emotions");
        for (EmotionScore score : stretch.scores()) {
            json.writeStartObject();
            json.writeStringField("emotion", score.emotion());
            json.writeNumberField("intensity", score.intensity());
            json.writeBooleanField("present", score.present());
            if (score.uncertainty().isPresent()) {
                json.writeNumberField("uncertainty", score.uncertainty().getAsDouble());
            } else {
                json.writeNullField("uncertainty");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A time without what binary fractions add to it: hundredths, of which there are less than 2^53. */
    static double seconds(double seconds) {
        return Math.rint(seconds * 1000) / 1000;
    }
}
