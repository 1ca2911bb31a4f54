package org.undertone.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.undertone.server.EmotionServer;
import org.undertone.server.ServerSettings;
import org.undertone.storage.FileFormatException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undertone serve}: a model behind HTTP and WebSocket, until Ctrl-C. */
@Command(
        name = "serve",
        description = {
            "Serve a model by HTTP and WebSocket, with a page for people, until Ctrl-C or SIGTERM.",
            "What was taken in until then is finished. Another model put in the place of MODEL is taken over."
        },
        footer = "  undertone serve model --port 8080 --token-file token.txt")
final class ServeCommand extends Subcommand {
    private static final int MOST_TOKEN_BYTES = 4096;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model directory.")
    private Path model;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port to listen on; 0 is any that is free. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String host;

    @Option(
            names = "--token-file",
            paramLabel = "F",
            description = "A file whose one line is the token that clients have to show.")
    private Path tokenFile;

    @Option(
            names = "--allow-origin",
            paramLabel = "URL",
            description =
                    "Pages of this origin may use the server too, such as https://voice.example. May be repeated.")
    private List<URI> origins = List.of();

    @ArgGroup(exclusive = false, validate = false, heading = "%nLimits:%n")
    private ServeLimits limits = new ServeLimits();

    ServeCommand(Console console) {
        super(console);
    }

    @Override
    protected void run() throws Exception {
        Optional<String> token = token();
        ServerSettings settings =
                settings(() -> new ServerSettings(host, port, token, origins, limits.requests(), limits.streams()));
        var log = new ServeLog(console, token.isPresent());
        console.interruption().sayWhenRequested("shutting down; what was taken in is finished");
        try (EmotionServer server = EmotionServer.start(model, settings, log)) {
            console.interruption().await();
        }
    }

    private Optional<String> token() throws IOException {
        if (tokenFile == null) {
            return Optional.empty();
        }
        if (Files.size(tokenFile) > MOST_TOKEN_BYTES) {
            throw new FileFormatException(
                    tokenFile, "file", "has " + Files.size(tokenFile) + " bytes, too many for a token on one line");
        }
        return Optional.of(Files.readString(tokenFile, StandardCharsets.UTF_8).strip());
    }
}
