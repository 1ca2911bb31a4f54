package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of somebody who means ill: each is refused or answered, and leaves nothing behind. */
class HostileRequestsTest {
    private static final byte[] WAV = Sounds.wav(0.1);
    private static final String FORM = "Content-Type: multipart/form-data; boundary=xyz\r\n";
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    @TempDir
    private static Path directory;

    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.strict(directory);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        server.assertNothingIsLeft(WAV);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The statuses of all responses to what is said on one connection. */
    private static List<Integer> statuses(byte[] said) throws IOException {
        try (RawClient client = server.connect()) {
            return statuses(client.sayWhatIsTaken(said).hear());
        }
    }

    private static List<Integer> statuses(String heard) {
        var statuses = new ArrayList<Integer>();
        Matcher matcher = STATUS.matcher(heard);
        while (matcher.find()) {
            statuses.add(Integer.parseInt(matcher.group(1)));
        }
        return statuses;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] upload(String headers, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                bytes("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n"));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static byte[] form(String disposition, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(bytes("--xyz\r\nContent-Disposition: " + disposition + "\r\n\r\n"));
        bytes.writeBytes(content);
        bytes.writeBytes(bytes("\r\n--xyz--\r\n"));
        return bytes.toByteArray();
    }

    private static String sendForm(byte[] form) throws IOException {
        try (RawClient client = server.connect()) {
            return client.say(upload(FORM + "Content-Length: " + form.length + "\r\n", form))
                    .hear();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../tmp/evil.wav",
                "/etc/passwd",
                "..\\\\..\\\\evil.wav",
                "%2e%2e%2fevil.wav",
                "a\u0000b.wav",
                "\u001b[2Jevil.wav",
                "a\u0085b.wav",
                "<script>alert(1)</script>",
                "\\\"; name=\\\"other",
                "\u00c3\u00a9\u00e2\u0080\u00ae.wav"
            })
    void putsTheNameOfAFileIntoMessagesAndNowhereElse(String name) throws IOException {
        String heard = sendForm(form("form-data; name=\"file\"; filename=\"" + name + "\"", WAV));
        assertThat(statuses(heard)).containsAnyOf(200, 400).hasSize(1);
        String body = heard.substring(heard.indexOf("\r\n\r\n") + 4);
        assertThat(body.chars().filter(c -> c < ' ')).isEmpty();
    }

    @Test
    void refusesANameThatIsAsLongAsABody() throws IOException {
        String name = "a".repeat(TestServer.STRICT_BODY_BYTES / 2);
        assertThat(statuses(sendForm(form("form-data; name=\"file\"; filename=\"" + name + "\"", WAV))))
                .containsExactly(400);
    }

    @Test
    void letsNoNameOfAFileBecomeAHeaderOfTheResponse() throws IOException {
        String heard = sendForm(form("form-data; name=\"file\"; filename=\"a\r\nX-Evil: 1\r\nb.wav\"", WAV));
        assertThat(statuses(heard)).containsAnyOf(200, 400).hasSize(1);
        assertThat(heard.substring(0, heard.indexOf("\r\n\r\n"))).doesNotContain("X-Evil");
    }

    @Test
    void refusesAFloodOfParts() throws IOException {
        String part = "--xyz\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n\r\n";
        assertThat(statuses(sendForm(bytes(part.repeat(900) + "--xyz--\r\n")))).containsExactly(400);
    }

    @Test
    void refusesAFloodOfHeadersOfAPart() throws IOException {
        String headers = "X-Header: a\r\n".repeat(2_000);
        byte[] flood = bytes("--xyz\r\n" + headers + "\r\n\r\n--xyz--\r\n");
        assertThat(statuses(sendForm(flood))).containsExactly(400);
    }

    @Test
    void takesAFormWithinAFormForWhatItIs() throws IOException {
        byte[] inner = bytes("--abc\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nRIFF\r\n--abc--\r\n");
        String disposition = "form-data; name=\"file\"\r\nContent-Type: multipart/mixed; boundary=abc";
        assertThat(statuses(sendForm(form(disposition, inner)))).containsExactly(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip", "nonsense"})
    void opensNoCompressedBody(String encoding) throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[8 << 20]);
        }
        byte[] body = bomb.toByteArray();
        byte[] request = upload("Content-Encoding: " + encoding + "\r\nContent-Length: " + body.length + "\r\n", body);
        assertThat(statuses(request)).containsExactly(415);
    }

    @Test
    void opensNoCompressedTransfer() throws IOException {
        List<Integer> statuses = statuses(upload("Transfer-Encoding: gzip, chunked\r\n", bytes("0\r\n\r\n")));
        assertThat(statuses).hasSize(1).allMatch(status -> status >= 400 && status != 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 1e3",
                "Content-Length: 0x10",
                "Content-Length: +5",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5, 6",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked",
                "Content-Length : 5",
                " Content-Length: 5"
            })
    void refusesAHeadThatDoesNotSayHowLongTheBodyIs(String header) throws IOException {
        // Two readings of one length would let a request hide in another behind a proxy.
        assertThat(statuses(
                        upload(header + "\r\n", bytes("0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n"))))
                .hasSize(1)
                .allMatch(status -> status == 400 || status == 413 || status == 501);
    }

    @Test
    void answersABodyLongerThanItsHeadSays() throws IOException {
        // The rest is taken for another request, and is none.
        byte[] request = ("POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + WAV.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var said = new ByteArrayOutputStream();
        said.writeBytes(request);
        said.writeBytes(WAV);
        said.writeBytes(new byte[100]);
        said.writeBytes(bytes("\r\n\r\n"));
        assertThat(statuses(said.toByteArray())).containsExactly(200, 400);
    }

    @Test
    void refusesABodyShorterThanItsHeadSays() throws IOException {
        byte[] request = upload("Content-Length: " + (WAV.length + 10) + "\r\n", WAV);
        assertThat(statuses(request)).containsAnyOf(400, 408).hasSizeLessThanOrEqualTo(1);
        try (RawClient client = server.connect()) {
            // The same from somebody who waits.
            assertThat(statuses(client.say(request).hear())).containsExactly(408);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nab\r\n0\r\n\r\n",
                "-1\r\na\r\n0\r\n\r\n",
                "7fffffffffffffff\r\nRIFF",
                "ffffffff\r\nRIFF",
                "FFFFFFFFFFFFFFFFF\r\nRIFF",
                "4\r\nRIFFRIFF\r\n0\r\n\r\n",
                "4\r\nRI",
                "\r\n\r\n",
                "4;x=y\r\nRIFF\r\n0\r\nX-Trailer: a\r\n\r\n"
            })
    void refusesChunksThatLie(String body) throws IOException {
        // Whoever waits: nobody may wait for ever.
        try (RawClient client = server.connect()) {
            String heard = client.say(upload("Transfer-Encoding: chunked\r\n", bytes(body)))
                    .hear();
            assertThat(statuses(heard)).hasSize(1).allMatch(status -> status >= 400 && status < 500);
        }
    }

    @Test
    void refusesAFloodOfExtensionsOfChunks() throws IOException {
        String chunk = "1;" + "x".repeat(200) + "\r\na\r\n";
        byte[] flood = bytes(chunk.repeat(2_000) + "0\r\n\r\n");
        assertThat(statuses(upload("Transfer-Encoding: chunked\r\n", flood)))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(status -> status >= 400 && status < 500);
    }

    @Test
    void refusesAFloodOfTrailers() throws IOException {
        byte[] flood = bytes("4\r\nRIFF\r\n0\r\n" + "X-Trailer: a\r\n".repeat(20_000) + "\r\n");
        assertThat(statuses(upload("Transfer-Encoding: chunked\r\n", flood)))
                .hasSizeLessThanOrEqualTo(1)
                .allMatch(status -> status >= 400 && status < 500);
    }

    @Test
    void refusesThousandsOfHeaders() throws IOException {
        assertThat(statuses(upload("A: b\r\n".repeat(5_000), WAV))).containsExactly(431);
    }

    @Test
    void refusesAFloodOfParameters() throws IOException {
        String many = "a=1&".repeat(1_500);
        assertThat(statuses(bytes("POST /v1/predict?" + many + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n")))
                .containsExactly(400);
        assertThat(statuses(bytes("GET /v1/model?" + "a=1&".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n")))
                .containsExactly(414);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/docs/..;/..;/etc/passwd",
                "/docs/../../RandomModel.class",
                "/assets/uplot/../../../../org/undertone/server/EmotionServer.class",
                "/assets/swagger-ui/..%5c..%5cpom.xml",
                "/assets/uplot/%00",
                "/%00index.html",
                "/index.html%00.css",
                "/%",
                "/%zz",
                "/%c0%ae%c0%ae/",
                "//etc/passwd",
                "/;jsessionid=1",
                "http://localhost/%2e%2e/etc/passwd",
                "file:///etc/passwd",
                "*"
            })
    void findsNoFileOutsideThePage(String path) throws IOException {
        try (RawClient client = server.connect()) {
            String heard = client.say("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .hear();
            assertThat(statuses(heard)).hasSize(1).doesNotContain(500);
            assertThat(heard).doesNotContain("root:").doesNotContain("\u00ca\u00fe\u00ba\u00be");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET /healthz\r\n\r\n",
                "GET /healthz HTTP/0.9\r\n\r\n",
                "GET /healthz HTTP/3.0\r\nHost: localhost\r\n\r\n",
                "CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "PATCH /v1/model HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: localhost\r\n folded: yes\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
                "POST /v1/predict HTTP/1.1\r\nHost: localhost\r\nExpect: nonsense\r\nContent-Length: 0\r\n"
                        + "Connection: close\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"
            })
    void refusesOtherTongues(String request) throws IOException {
        assertThat(statuses(bytes(request)))
                .hasSizeLessThanOrEqualTo(1)
                .doesNotContain(500)
                .allMatch(status -> status >= 400);
    }

    @Test
    void answersRequestsThatAreSentWithoutWaiting() throws IOException {
        String one = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String last = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        assertThat(statuses(bytes(one.repeat(99) + last))).hasSize(100).containsOnly(200);
    }
}
