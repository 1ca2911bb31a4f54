package org.undertone.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.undertone.audio.GlottalState;
import org.undertone.audio.SyntheticVoice;
import org.undertone.audio.VoiceSettings;
import org.undertone.audio.VoiceState;
import org.undertone.audio.Vowel;
import org.undertone.audio.WavFile;
import org.undertone.recogniser.RandomModel;
import org.undertone.server.EmotionServer;
import org.undertone.server.ServerListener;
import org.undertone.server.ServerSettings;

/** A server, a browser whose microphone plays a voice, and that voice as a file. */
final class Stage implements AutoCloseable {
    private static final String BROWSER_PROPERTY = "undertone.browser";
    /** Where pictures of the page go, where somebody wants to look at them. */
    private static final String PICTURES_PROPERTY = "undertone.pictures";

    private final EmotionServer server;
    private final Playwright playwright;
    private final Browser browser;
    private final Path voice;

    private Stage(EmotionServer server, Playwright playwright, Browser browser, Path voice) {
        this.server = server;
        this.playwright = playwright;
        this.browser = browser;
        this.voice = voice;
    }

    static Stage open(Path directory) throws IOException {
        Path voice = directory.resolve("voice.wav");
        WavFile.write(voice, sentence(), VoiceSettings.PURE.rate());
        EmotionServer server = serve(directory, ServerSettings.DEFAULT);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty(BROWSER_PROPERTY)))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream",
                                "--use-file-for-fake-audio-capture=" + voice)));
        return new Stage(server, playwright, browser, voice);
    }

    /** Another server that wants a token, before the same browser. */
    static Stage guarded(Path directory, String token, Stage other) throws IOException {
        Files.createDirectories(directory);
        return new Stage(serve(directory, ServerSettings.DEFAULT.withToken(token)), null, other.browser, other.voice);
    }

    /** Another server before the same browser, to be closed while somebody listens. */
    static Stage beside(Path directory, Stage other) throws IOException {
        Files.createDirectories(directory);
        return new Stage(serve(directory, ServerSettings.DEFAULT), null, other.browser, other.voice);
    }

    private static EmotionServer serve(Path directory, ServerSettings settings) throws IOException {
        Path model = directory.resolve("model");
        RandomModel.of(new Random(4).nextLong()).write(model);
        return EmotionServer.start(model, settings.withPort(0), new ServerListener() {});
    }

    /** Six vowels at changing pitch and voice quality, with a pause. */
    private static double[] sentence() {
        var states = new ArrayList<VoiceState>();
        double rd = 0.6;
        double pitch = 110;
        for (Vowel vowel : List.of(Vowel.HEED, Vowel.HAD, Vowel.HOD, Vowel.WHOD, Vowel.HUD, Vowel.HEAD)) {
            states.addAll(VoiceState.steady(GlottalState.modal(pitch, rd), vowel.tract(), 0.9));
            pitch += 25;
            rd += 0.3;
        }
        states.addAll(VoiceState.steady(new GlottalState(110, 1, 0, 0, 0), Vowel.neutral(), 0.6));
        return SyntheticVoice.create(new VoiceSettings(16_000, 0.01, 0.03, 0.001))
                .speak(states, 5)
                .samples();
    }

    int port() {
        return server.port();
    }

    Browser browser() {
        return browser;
    }

    Path voice() {
        return voice;
    }

    /** What the server says of the voice, asked without a browser. */
    byte[] predict(String path) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .POST(HttpRequest.BodyPublishers.ofFile(voice))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void shoot(Page page, String name) {
        String pictures = System.getProperty(PICTURES_PROPERTY, "");
        if (!pictures.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(pictures, name + ".png"))
                    .setFullPage(true));
        }
    }

    @Override
    public void close() {
        if (playwright != null) {
            browser.close();
            playwright.close();
        }
        server.close();
    }
}
