package org.undertone.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.GlottalState;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.audio.WavFile;

/** The Java example of the README, taken from there, compiled and run. */
class ReadmeExampleTest {
    private static final Pattern BLOCK = Pattern.compile("\n## From Java\n.*?\n```java\n(.*?)\n```\n", Pattern.DOTALL);
    private static final List<String> PACKAGES = List.of(
            "java.nio.file.Path",
            "java.util.*",
            "org.undertone.audio.*",
            "org.undertone.features.*",
            "org.undertone.model.*");

    @TempDir
    Path temporary;

    @Test
    void theExampleInTheReadmeRuns() throws Exception {
        String example = example(Files.readString(Path.of("..", "README.md")));
        assertThat(example.lines()).hasSizeLessThanOrEqualTo(12);
        Path model = temporary.resolve("model");
        MadeUpModel.small().make(1).write(model);
        String printed = run(example, model.toString(), voice(3.4).toString());
        assertThat(printed.lines()).hasSize(2);
        assertThat(printed.lines().toList().get(1))
                .startsWith("1.0 s: [EmotionScore[emotion=happiness, intensity=")
                .contains("EmotionScore[emotion=sadness, intensity=");
    }

    @Test
    void aMissingExampleFails() {
        assertThatThrownBy(() -> example("# Undertone\n\n## From Java\n\nNo example.\n"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("README.md must have a block of Java under the heading 'From Java'");
    }

    @Test
    void aBrokenExampleFails() {
        assertThatThrownBy(() -> run("EmotionModel model = EmotionModel.open(Path.of(arguments[0]));"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("cannot find symbol");
    }

    private static String example(String readme) {
        Matcher matcher = BLOCK.matcher(readme);
        assertThat(matcher.find())
                .as("README.md must have a block of Java under the heading 'From Java'")
                .isTrue();
        return matcher.group(1);
    }

    private Path voice(double seconds) throws IOException {
        var states = VoiceState.steady(GlottalState.modal(120, 1), Vowel.neutral(), seconds);
        double[] samples =
                SyntheticVoice.create(VoiceSettings.PURE).speak(states, 1).samples();
        Path file = temporary.resolve("voice.wav");
        WavFile.write(file, samples, VoiceSettings.PURE.rate());
        return file;
    }

    /** What the statements print, as the body of a main method. */
    private String run(String statements, String... arguments) throws Exception {
        Path classes = compile(statements);
        var printed = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        try (var loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError("the example failed: " + e.getCause(), e.getCause());
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path compile(String statements) throws IOException {
        var source = new StringBuilder();
        PACKAGES.forEach(name -> source.append("import ").append(name).append(";\n"));
        source.append("public class Example {\n    public static void main(String[] arguments) throws Exception {\n")
                .append(statements)
                .append("\n    }\n}\n");
        Path file = Files.writeString(temporary.resolve("Example.java"), source);
        Path classes = Files.createDirectories(temporary.resolve("classes"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        var complaints = new StringWriter();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            List.of("-Xlint:all", "-Werror", "-d", classes.toString(), "-cp", classPath()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return classes;
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
