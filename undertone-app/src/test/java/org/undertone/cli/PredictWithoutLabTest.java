package org.undertone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.undertone.audio.WavFile;
import org.undertone.recogniser.RandomModel;

/** Judging a WAV file takes none of the laboratory's classes and no native library: the command starts without them. */
class PredictWithoutLabTest {
    @TempDir
    private Path directory;

    @Test
    void judgesAWavFileOnAClassPathWithoutLaboratoryAndNativeLibraries() throws Exception {
        RandomModel.of(1).write(directory.resolve("model"));
        WavFile.write(directory.resolve("a.wav"), new double[4000], 16_000);
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!isHeavy(entry)) {
                classPath.add(new File(entry).toURI().toURL());
            }
        }
        try (var loader = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            assertThat(absent(loader, "org.undertone.corpus.Corpus")).isTrue();
            assertThat(absent(loader, "org.bytedeco.javacpp.Loader")).isTrue();
            var predict = loader.loadClass(Predicting.class.getName()).getDeclaredMethod("predict", String.class);
            predict.setAccessible(true);
            assertThat((String) predict.invoke(null, directory.toString()))
                    .startsWith("0 file,start,end,happiness")
                    .contains("a.wav,0.0,0.25,");
        }
    }

    private static boolean isHeavy(String entry) {
        String path = entry.replace('\\', '/');
        return path.contains("undertone-lab")
                || path.contains("/org/bytedeco/")
                || path.contains("jhdf")
                || path.contains("xchart")
                || path.contains("progressbar");
    }

    private static boolean absent(ClassLoader loader, String name) {
        try {
            loader.loadClass(name);
            return false;
        } catch (ClassNotFoundException e) {
            return true;
        }
    }

    /** Runs on the other class path. */
    static final class Predicting {
        private Predicting() {}

        static String predict(String directory) throws IOException {
            var test = new TestConsole();
            int code = test.run(
                    List.of(new PredictCommand(test.console, InputStream.nullInputStream())),
                    "predict",
                    Path.of(directory, "model").toString(),
                    Path.of(directory, "a.wav").toString(),
                    "--format",
                    "csv");
            return code + " " + test.printed() + test.complained();
        }
    }
}
