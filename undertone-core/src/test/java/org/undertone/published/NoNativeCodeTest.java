package org.undertone.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody gets who depends on this module: the build lists it, in target/runtime-classpath.txt. */
class NoNativeCodeTest {
    private static final Path TARGET = Path.of("target");
    private static final Pattern NATIVE =
            Pattern.compile("(?i).*\\.(so(\\.[0-9.]+)?|dll|dylib|jnilib)|org/bytedeco/.*");

    @Test
    void noJarOfTheRuntimeHoldsNativeCode() throws IOException {
        List<Path> jars = runtime();
        assertThat(jars).hasSizeGreaterThanOrEqualTo(5).allMatch(Files::isRegularFile);
        for (Path jar : jars) {
            assertThat(nativeEntries(jar)).as(jar.toString()).isEmpty();
        }
    }

    @Test
    void seesNativeCodeWhereItIs(@TempDir Path directory) throws IOException {
        Path jar = directory.resolve("native.jar");
        List<String> bad =
                List.of("a/libx.so", "a/libx.so.1.2", "X.DLL", "libx.dylib", "x.jnilib", "org/bytedeco/A.class");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String name : Stream.concat(bad.stream(), Stream.of("a/also.class", "a/so.txt"))
                    .toList()) {
                out.putNextEntry(new ZipEntry(name));
            }
        }
        assertThat(nativeEntries(jar)).containsExactlyInAnyOrderElementsOf(bad);
    }

    @Test
    void featuresComeFromThatClassPathAlone() throws Exception {
        var urls = new ArrayList<URL>(List.of(TARGET.resolve("classes").toUri().toURL()));
        for (Path jar : runtime()) {
            urls.add(jar.toUri().toURL());
        }
        try (var alone = new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> recipes = alone.loadClass("org.undertone.features.FeatureRecipe");
            Class<?> settings = alone.loadClass("org.undertone.features.ExtractorSettings");
            Class<?> extractors = alone.loadClass("org.undertone.features.FeatureExtractor");
            Object recipe = recipes.getMethod("of", String.class).invoke(null, "covarep");
            Object extractor = extractors
                    .getMethod("create", settings)
                    .invoke(null, settings.getMethod("of", recipes).invoke(null, recipe));
            Object frames = extractors
                    .getMethod("extract", double[].class, int.class)
                    .invoke(extractor, new double[8000], 16_000);
            assertThat((int) frames.getClass().getMethod("count").invoke(frames))
                    .isBetween(45, 51);
            assertThat(frames.getClass()).isNotEqualTo(org.undertone.features.Frames.class);
        }
    }

    private static List<Path> runtime() throws IOException {
        String listed =
                Files.readString(TARGET.resolve("runtime-classpath.txt")).strip();
        return Stream.of(listed.split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .toList();
    }

    private static List<String> nativeEntries(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> NATIVE.matcher(name).matches())
                    .toList();
        }
    }
}
