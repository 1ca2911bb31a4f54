package org.undertone.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users have who leave FFmpeg's libraries out: the program's classes on a class path without them. */
class WithoutFfmpegTest {
    @Test
    void recordingsThatNeedItAreRefusedWithASentence() throws Exception {
        List<URL> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(entry).getName().startsWith("ffmpeg")) {
                classPath.add(new File(entry).toURI().toURL());
            }
        }
        try (var loader = new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> opening = loader.loadClass(Opening.class.getName());
            var open = opening.getDeclaredMethod("failure", String.class);
            open.setAccessible(true);
            for (int time = 0; time < 2; time++) {
                assertThat((Throwable) open.invoke(null, "stereo.flac"))
                        .isInstanceOf(IOException.class)
                        .hasMessage(
                                "clip: needs FFmpeg's libraries, which could not be loaded on this machine; convert it to WAV");
            }
        }
    }

    /** Runs inside the other class path. */
    static final class Opening {
        private Opening() {}

        static Throwable failure(String name) throws InvocationTargetException {
            try {
                Recordings.decode(Recordings.bytes(name), org.undertone.audio.AudioSettings.DEFAULT);
                return null;
            } catch (IOException e) {
                return e;
            } catch (Throwable e) {
                throw new InvocationTargetException(e);
            }
        }
    }
}
