package org.undertone.cli;

import java.net.URI;
import org.undertone.server.ServerListener;

/** What happens to a server, as lines on standard error. */
final class ServeLog implements ServerListener {
    private final Console console;
    private final boolean token;

    ServeLog(Console console, boolean token) {
        this.console = console;
        this.token = token;
    }

    @Override
    public void started(URI address) {
        say("serving at " + address + (token ? ", to whom shows the token" : "") + "; Ctrl-C ends it");
    }

    @Override
    public void exposed(String host) {
        say("anybody who reaches " + host + " can use this server; give it a token by --token-file");
    }

    @Override
    public void modelSwapped(String modelId) {
        say("another model is served from now on, " + modelId);
    }

    @Override
    public void swapFailed(String reason) {
        say("the model directory changed to what cannot be served, so the model before goes on: " + reason);
    }

    @Override
    public void overloaded(String what) {
        say("turned somebody away: " + what);
    }

    @Override
    public void failed(String errorId, Throwable cause) {
        say("error " + errorId + ": " + Failure.sentence(cause));
        console.trace(cause);
    }

    @Override
    public void stopped() {
        say("shut down");
    }

    private void say(String sentence) {
        console.complain("undertone: " + sentence);
    }
}
