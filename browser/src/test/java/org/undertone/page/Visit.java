package org.undertone.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody before the page, who notes which hosts it asks and what the browser complains of. */
final class Visit implements AutoCloseable {
    private static final double PATIENCE_MILLISECONDS = 30_000;

    private final String host;
    private final BrowserContext context;
    private final Page page;
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Visit(Stage stage, BrowserContext context) {
        this.host = "127.0.0.1:" + stage.port();
        this.context = context;
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLISECONDS);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        context.onRequest(request -> note(request.url()));
        page.onWebSocket(socket -> note(socket.url()));
        page.addInitScript("addEventListener('securitypolicyviolation', event =>"
                + " console.error('content security policy: ' + event.violatedDirective + ' ' + event.blockedURI));");
    }

    /** The page has not been opened yet, so that answers can be changed before. */
    static Visit prepare(Stage stage, int width, int height, ColorScheme scheme) {
        return new Visit(
                stage,
                stage.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setColorScheme(scheme)
                                .setPermissions(List.of("microphone"))));
    }

    Visit open() {
        page.navigate("http://" + host + "/");
        page.waitForFunction(
                "() => document.querySelector('#model-facts dd') || !document.getElementById('problem').hidden");
        return this;
    }

    Page page() {
        return page;
    }

    /** Complaints of the browser that a test has called for, such as of a status. */
    void expectComplaintsOf(String what) {
        complaints.removeIf(complaint -> complaint.contains(what));
    }

    void assertAccessible() {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(violation ->
                        violation.getId() + ": " + violation.getNodes().get(0).getTarget())
                .isEmpty();
    }

    void assertNothingToTheSide() {
        int wide = (Integer) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).isLessThanOrEqualTo(page.viewportSize().width);
    }

    private void note(String url) {
        if (url.startsWith("http") || url.startsWith("ws")) {
            hosts.add(URI.create(url).getAuthority());
        }
    }

    /** Checks on leaving: nobody else was asked, and nothing was complained of. */
    @Override
    public void close() {
        context.close();
        assertThat(hosts).isNotEmpty().allMatch(host::equals);
        assertThat(complaints).isEmpty();
    }
}
