package org.undertone.server;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static void refused(String sentence, org.assertj.core.api.ThrowableAssert.ThrowingCallable settings) {
        assertThatIllegalArgumentException().isThrownBy(settings).withMessageContaining(sentence);
    }

    @Test
    void refusesLimitsOutOfRange() {
        RequestLimits requests = RequestLimits.DEFAULT;
        refused(
                "the limit of bytes of a body must lie in 1024 to 1073741824 but is 10",
                () -> requests.withBodyBytes(10));
        refused("bytes of all bodies must lie in 33554432", () -> requests.withTotalBytes(1));
        refused("seconds of a recording must lie in 1 to 7200 but is 0", () -> requests.withAudioSeconds(0));
        refused("requests at a time must lie in 1 to 10000 but is 0", () -> requests.withRequests(0));
        refused("connections must lie in 8 to 100000 but is 7", () -> requests.withConnections(7));
        Duration good = Duration.ofSeconds(1);
        Duration bad = Duration.ofMillis(10);
        refused("the time for the head of a request must lie", () -> requests.withTimes(bad, good, good));
        refused(
                "the time for an upload must lie in 0.05 to 86400 s but is 0.01 s",
                () -> requests.withTimes(good, bad, good));
        refused("the time for reading a response", () -> requests.withTimes(good, good, bad));
        StreamLimits streams = StreamLimits.DEFAULT;
        refused("streams at a time must lie in 0 to 10000 but is -1", () -> streams.withStreams(-1));
        refused("bytes of a message must lie in 1024", () -> streams.withMessageBytes(1));
        refused("the length of a stream", () -> streams.withLongest(bad));
        refused("the time without sound", () -> streams.withIdle(bad));
        refused("the time behind the voice", () -> streams.withBehind(bad));
    }

    @Test
    void refusesPortsThatAreNone() {
        refused("the port must lie in 0 to 65535 but is 65536", () -> ServerSettings.DEFAULT.withPort(65_536));
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with blanks in between", "with-a-line\n-feed-in-it", "nicht-ganz-ascii-ä-token"})
    void refusesATokenThatIsNoneWithoutRepeatingIt(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.DEFAULT.withToken(token))
                .withMessageStartingWith("a token must")
                .withMessageNotContaining(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"voice.example", "ftp://voice.example", "https://voice.example/page", "https://a@b", "https:x"})
    void refusesAnOriginThatIsNone(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerSettings.DEFAULT.withAllowedOrigins(List.of(URI.create(origin))))
                .withMessageContaining("such as https://voice.example, but is '" + origin + "'");
    }
}
