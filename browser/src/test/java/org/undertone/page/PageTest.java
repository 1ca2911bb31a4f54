package org.undertone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as people use it, in Chromium, with a fake microphone that plays a file. */
class PageTest {
    private static final String TOKEN = "a-token-of-the-tests-0123456789";
    private static final int EMOTIONS = 6;

    @TempDir
    private static Path directory;

    private static Stage stage;

    private Visit visit;

    @BeforeAll
    static void open() throws IOException {
        setDefaultAssertionTimeout(30_000);
        stage = Stage.open(directory);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @AfterEach
    void asksNobodyElseAndBreaksNoRule() {
        visit.close();
    }

    @Test
    void showsWhatTheServerSaysOfAFile() throws IOException {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        JsonNode answer = new ObjectMapper().readTree(stage.predict("/v1/predict?window=3&hop=1"));
        assertThat(page.locator("#result-title")).hasText("voice.wav");
        assertThat(page.locator("#summary li")).hasCount(EMOTIONS);
        for (JsonNode score : answer.at("/clip/emotions")) {
            Locator bar = page.locator(
                    "#summary li[data-emotion=" + score.get("emotion").asText() + "]");
            String text = String.format(
                    java.util.Locale.ROOT, "%.2f", score.get("intensity").asDouble());
            assertThat(bar.locator(".number"))
                    .containsText(text.equals("-0.00") ? "0.00" : text.replace('-', '\u2212'));
            assertThat(bar).hasAttribute("data-present", score.get("present").asText());
        }
        assertThat(page.locator("#table tbody tr"))
                .hasCount(answer.get("windows").size());
        // Waveform, pitch, voice and six emotions, one below the other on the same axis.
        assertThat(page.locator("#timeline canvas")).hasCount(3 + EMOTIONS);
        assertThat(isDrawn(page)).isTrue();
        assertThat(page.locator("#problem")).isHidden();
        stage.shoot(page, "recording");
    }

    @Test
    void takesADroppedFile() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.evaluate("""
                async () => {
                  const sound = new Float32Array(16000).map((_, i) => 0.3 * Math.sin(i / 12) * Math.sin(i / 900));
                  const { toWav } = await import("/microphone.js");
                  const files = new DataTransfer();
                  files.items.add(new File([toWav([sound], 16000)], "dropped.wav"));
                  document.getElementById("drop").dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer: files }));
                }""");
        assertThat(page.locator("#result-title")).hasText("dropped.wav");
        assertThat(page.locator("#result-note")).containsText("1.00 s at 16000 Hz");
    }

    @Test
    void savesTheTimelineAsTheCommandPrintsIt() throws IOException {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        Download download = page.waitForDownload(() -> page.locator("#download").click());
        assertThat(download.suggestedFilename()).isEqualTo("voice.csv");
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines.get(0)).startsWith("file,start,end,happiness,happiness_present,happiness_uncertainty,sadness");
        assertThat(lines).hasSize(1 + page.locator("#table tbody tr").count());
        JsonNode windows = new ObjectMapper()
                .readTree(stage.predict("/v1/predict?window=3&hop=1"))
                .get("windows");
        for (int row = 0; row < windows.size(); row++) {
            assertThat(cells(lines.get(row + 1))).containsExactlyElementsOf(cells(windows.get(row)));
        }
    }

    @Test
    void recordsFromTheMicrophone() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.locator("#record").click();
        assertThat(page.locator("#status")).containsText("Recording, 0:02");
        page.locator("#record").click();
        assertThat(page.locator("#result-title")).hasText("microphone.wav");
        assertThat(page.locator("#summary li")).hasCount(EMOTIONS);
    }

    @Test
    void followsALiveVoice() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.locator("#mode-live").click();
        page.locator("#live-start").click();
        assertThat(page.locator("#live-delay")).containsText("is judged every 1 s");
        assertThat(page.locator("#live-summary li")).hasCount(EMOTIONS);
        assertThat(page.locator("#live-timeline canvas")).hasCount(1 + EMOTIONS);
        page.waitForTimeout(2500);
        stage.shoot(page, "live");
        page.locator("#live-stop").click();
        assertThat(page.locator("#status")).containsText("Ended after");
        assertThat(page.locator("#live-download")).isVisible();
        assertThat(page.locator("#live-start")).isFocused();
    }

    @Test
    void playsSeeksAndZoomsByKeys() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).isFocused();
        page.locator("#timeline").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.waitForFunction("() => document.getElementById('player').currentTime > 1.9");
        page.keyboard().press("ArrowLeft");
        page.waitForFunction("() => document.getElementById('player').currentTime < 1.1");
        page.keyboard().press("Space");
        page.waitForFunction("() => document.getElementById('player').currentTime > 1.3");
        page.keyboard().press("Space");
        assertThat((Boolean) page.evaluate("document.getElementById('player').paused"))
                .isTrue();
        page.keyboard().press("+");
        page.keyboard().press("0");
    }

    @Test
    void isReachedByTheTabKeyFromTopToBottom() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).isFocused();
        page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)");
        var reached = new ArrayList<String>();
        for (int press = 0; press < 40; press++) {
            page.keyboard().press("Tab");
            reached.add((String) page.evaluate("document.activeElement.id"));
        }
        assertThat(reached)
                .contains("mode-live", "file", "record", "window", "hop", "track", "earlier", "download", "timeline");
    }

    @Test
    void saysInWordsWhatIsWrongWithAFile() throws IOException {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles(
                "#file", Files.writeString(directory.resolve("letter.wav"), "Dear reader, this is no sound."));
        assertThat(page.locator("#problem")).containsText("no audio file known here");
        assertThat(page.locator("#problem")).hasAttribute("role", "alert");
        stage.shoot(page, "problem");
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).hasText("voice.wav");
        assertThat(page.locator("#problem")).isHidden();
        visit.expectComplaintsOf("415");
    }

    @Test
    void asksForTheTokenWhereTheServerWantsOne() throws IOException {
        try (Stage guarded = Stage.guarded(directory.resolve("guarded"), TOKEN, stage)) {
            visit = Visit.prepare(guarded, 1100, 900, ColorScheme.LIGHT).open();
            Page page = visit.page();
            assertThat(page.locator("#token-form")).isVisible();
            page.locator("#token").fill(TOKEN);
            page.locator("#token-form button").click();
            assertThat(page.locator("#token-form")).isHidden();
            page.setInputFiles("#file", stage.voice());
            assertThat(page.locator("#result-title")).hasText("voice.wav");
            page.locator("#mode-live").click();
            page.locator("#live-start").click();
            assertThat(page.locator("#status")).hasText("Listening.");
            page.locator("#live-stop").click();
            assertThat(page.locator("#status")).containsText("Ended after");
            visit.expectComplaintsOf("401");
        }
    }

    @Test
    void fitsAPhone() {
        Page page = page(360, 740, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).hasText("voice.wav");
        visit.assertNothingToTheSide();
        stage.shoot(page, "phone");
        page.locator("#mode-live").click();
        page.locator("#live-start").click();
        assertThat(page.locator("#live-summary li")).hasCount(EMOTIONS);
        visit.assertNothingToTheSide();
        page.locator("#live-stop").click();
        assertThat(page.locator("#status")).containsText("Ended after");
    }

    @Test
    void isReadableInTheDark() {
        Page page = page(1100, 900, ColorScheme.DARK);
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).hasText("voice.wav");
        assertThat((String) page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(20, 24, 27)");
        visit.assertAccessible();
        stage.shoot(page, "dark");
    }

    @Test
    void keepsNobodyOut() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        visit.assertAccessible();
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#result-title")).hasText("voice.wav");
        visit.assertAccessible();
    }

    @Test
    void saysWhatTheScoresMean() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        assertThat(page.locator("#meaning")).isInViewport();
        assertThat(page.locator("#meaning")).containsText("does not say what somebody feels");
        assertThat(page.locator("#model-facts")).containsText("± 0.75");
    }

    @Test
    void putsEveryStripOnTheSameSeconds() {
        Page page = page(1100, 900, ColorScheme.LIGHT);
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#timeline canvas")).hasCount(3 + EMOTIONS);
        @SuppressWarnings("unchecked")
        List<Number> lefts = (List<Number>) page.evaluate(
                "[...document.querySelectorAll('#timeline .u-over')].map(over => over.getBoundingClientRect().left)");
        @SuppressWarnings("unchecked")
        List<Number> widths = (List<Number>) page.evaluate(
                "[...document.querySelectorAll('#timeline .u-over')].map(over => over.getBoundingClientRect().width)");
        for (int strip = 1; strip < lefts.size(); strip++) {
            assertThat(lefts.get(strip).doubleValue()).isCloseTo(lefts.get(0).doubleValue(), within(0.5));
            assertThat(widths.get(strip).doubleValue()).isCloseTo(widths.get(0).doubleValue(), within(0.5));
        }
    }

    private Page page(int width, int height, ColorScheme scheme) {
        visit = Visit.prepare(stage, width, height, scheme).open();
        return visit.page();
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1)).stream().map(PageTest::cell).toList();
    }

    private static List<String> cells(JsonNode window) {
        var cells = new ArrayList<String>(List.of(
                "voice.wav",
                cell(window.get("startSeconds").asText()),
                cell(window.get("endSeconds").asText())));
        for (JsonNode score : window.get("emotions")) {
            cells.add(cell(score.get("intensity").asText()));
            cells.add(score.get("present").asText());
            cells.add(
                    score.get("uncertainty").isNull()
                            ? ""
                            : cell(score.get("uncertainty").asText()));
        }
        return cells;
    }

    /** Numbers without regard to how they are written: JavaScript has no 3.0. */
    private static String cell(String text) {
        return text.matches("-?[0-9.]+([eE]-?[0-9]+)?") ? Double.toString(Double.parseDouble(text)) : text;
    }

    /** Whether the canvases hold more than one colour. */
    private static boolean isDrawn(Page page) {
        return (Boolean) page.evaluate("""
                () => [...document.querySelectorAll("#timeline canvas")].every(canvas => {
                  const pixels = new Uint32Array(
                      canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                  return new Set(pixels).size > 3;
                })""");
    }
}
