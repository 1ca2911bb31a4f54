package org.undertone.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says when the network, the server or the model is not as one wishes; answers are changed on their way. */
class PageTroublesTest {
    private static final int EMOTIONS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path directory;

    private static Stage stage;

    private Visit visit;
    private Page page;

    @BeforeAll
    static void open() throws IOException {
        setDefaultAssertionTimeout(30_000);
        stage = Stage.open(directory);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @BeforeEach
    void visit() {
        visit = Visit.prepare(stage, 1100, 900, ColorScheme.LIGHT);
        page = visit.page();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void cancelsWhatIsBeingJudged() {
        var held = new CompletableFuture<Route>();
        page.route("**/v1/predict*", held::complete);
        visit.open();
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#cancel")).isVisible();
        page.locator("#cancel").click();
        assertThat(page.locator("#status")).hasText("voice.wav was cancelled.");
        assertThat(page.locator("#problem")).isHidden();
        assertThat(page.locator("#cancel")).isHidden();
        assertThat(page.locator("#result")).isHidden();
    }

    @Test
    void saysThatTheServerCannotBeReached() {
        page.route("**/v1/predict*", route -> route.abort("connectionrefused"));
        visit.open();
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#problem")).containsText("The server cannot be reached.");
        visit.expectComplaintsOf("ERR_CONNECTION_REFUSED");
    }

    @Test
    void saysWhenToTryAgain() {
        page.route(
                "**/v1/predict*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(429)
                        .setContentType("application/problem+json")
                        .setHeaders(Map.of("Retry-After", "7"))
                        .setBody("""
                        {"title": "Too many requests are in work", "status": 429, "detail": "8 wait already"}""")));
        visit.open();
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#problem"))
                .hasText("Too many requests are in work: 8 wait already. Try again in 7 s.");
        visit.expectComplaintsOf("429");
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeItIsSent() throws IOException {
        changeModel(model -> ((ObjectNode) model.get("limits")).put("bodyBytes", 1000));
        page.route("**/v1/predict*", route -> {
            throw new AssertionError("sent all the same");
        });
        visit.open();
        page.setInputFiles("#file", Files.write(directory.resolve("large.wav"), new byte[2000]));
        assertThat(page.locator("#problem")).containsText("Cut it, or use undertone predict");
    }

    @Test
    void saysThatTheServerShutsDownWhileOneSpeaks() throws IOException {
        visit.open().close();
        Stage other = Stage.beside(directory.resolve("beside"), stage);
        visit = Visit.prepare(other, 1100, 900, ColorScheme.LIGHT).open();
        page = visit.page();
        page.locator("#mode-live").click();
        page.locator("#live-start").click();
        assertThat(page.locator("#live-summary li")).hasCount(EMOTIONS);
        other.close();
        assertThat(page.locator("#problem")).containsText("The server is shutting down");
        assertThat(page.locator("#live-start")).isVisible();
        assertThat(page.locator("#live-download")).isVisible();
        stage.shoot(page, "lost");
    }

    @Test
    void showsMeasuredScoresBesideDummies() {
        changeModel(model -> model.set("evaluation", evaluation()));
        visit.open();
        assertThat(page.locator("#measured tbody tr")).hasCount(2);
        assertThat(page.locator("#measured tbody tr").nth(0)).hasText("anger0.410.660.580.310.71");
        assertThat(page.locator("#measured tbody tr").nth(1)).hasText("fear0.120.10–––");
        assertThat(page.locator("#measured-note")).containsText("On 50 clips");
        visit.assertAccessible();
        stage.shoot(page, "measured");
    }

    @Test
    void saysThatNothingWasMeasured() {
        changeModel(model -> model.set("evaluation", JSON.createObjectNode()));
        visit.open();
        assertThat(page.locator("#measured-note")).containsText("says nothing of how well");
        assertThat(page.locator("#measured")).isHidden();
    }

    @Test
    void showsTheUncertaintyOfEveryScore() throws IOException {
        JsonNode answer = JSON.readTree(stage.predict("/v1/predict?window=3&hop=1&tracks=true"));
        answer.findParents("uncertainty").forEach(score -> ((ObjectNode) score).put("uncertainty", 0.6));
        page.route(
                "**/v1/predict*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(answer.toString())));
        visit.open();
        page.setInputFiles("#file", stage.voice());
        assertThat(page.locator("#summary .range")).hasCount(EMOTIONS);
        assertThat(page.locator("#summary .number").first()).containsText(" ± 0.60");
        assertThat(page.locator("#timeline .strip").last()).containsText(" ± 0.60");
        page.locator("#timeline").focus();
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#timeline").getAttribute("aria-valuetext"))
                .startsWith("1.0 of ")
                .containsAnyOf("Present: ", "No emotion counts");
        stage.shoot(page, "uncertain");
    }

    @Test
    void writesNamesOfFilesAsText() throws IOException {
        visit.open();
        Path odd = directory.resolve("<img src=x onerror=alert(1)>,\"x\".wav");
        Files.copy(stage.voice(), odd);
        page.setInputFiles("#file", odd);
        assertThat(page.locator("#result-title")).hasText(odd.getFileName().toString());
        assertThat(page.locator("main img")).hasCount(0);
    }

    private void changeModel(Consumer<ObjectNode> change) {
        page.route("**/v1/model", route -> change(route, change));
    }

    private static void change(Route route, Consumer<ObjectNode> change) {
        APIResponse response = route.fetch();
        try {
            JsonNode json = JSON.readTree(response.body());
            change.accept((ObjectNode) json);
            route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(JSON.writeValueAsString(json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode evaluation() {
        try {
            return JSON.readTree("""
                    {"left out in training": {"clips": 50, "emotions": {
                      "anger": {"CCC": 0.31, "UAR": 0.71, "MAE": 0.41, "MAE of zeros": 0.66, "MAE of the median": 0.58},
                      "fear": {"CCC": null, "UAR": null, "MAE": 0.12, "MAE of zeros": 0.1}}}}""");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
