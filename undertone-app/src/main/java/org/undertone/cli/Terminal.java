package org.undertone.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What standard error is connected to. Nothing is ever coloured, so that {@code NO_COLOR} asks for what is the case.
 *
 * @param interactive whether a line can be drawn again over itself
 * @param columns characters in a line
 * @param blocks whether block characters outside ASCII can be shown
 */
record Terminal(boolean interactive, int columns, boolean blocks) {
    /** The launcher states here the columns of the terminal, or 0 where standard error is none. */
    static final String COLUMNS_PROPERTY = "undertone.terminal.columns";

    private static final int USUAL_COLUMNS = 80;
    private static final int NARROWEST_HELP = 60;
    private static final int WIDEST_HELP = 110;

    Terminal {
        if (columns < 1) {
            throw new IllegalArgumentException("a terminal has 1 column or more, not " + columns);
        }
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        // Without the launcher there is only this sign, which wants standard input and output to be terminals too.
        boolean console = System.console() != null;
        return of(System.getProperty(COLUMNS_PROPERTY, console ? "" + USUAL_COLUMNS : "0"), System.getenv());
    }

    /**
     * The terminal that the environment describes.
     *
     * @param columns the number of columns, 0 where there is no terminal
     */
    static Terminal of(String columns, Map<String, String> environment) {
        int wide = columns.matches("[0-9]{1,5}") ? Integer.parseInt(columns) : 0;
        boolean dumb = "dumb".equals(environment.get("TERM"));
        boolean blocks = unicode(environment) && environment.get("NO_COLOR") == null;
        return wide == 0 || dumb ? new Terminal(false, USUAL_COLUMNS, blocks) : new Terminal(true, wide, blocks);
    }

    /** Columns for help texts, which are neither squeezed nor stretched to any width. */
    int helpColumns() {
        return Math.max(NARROWEST_HELP, Math.min(WIDEST_HELP, columns));
    }

    private static boolean unicode(Map<String, String> environment) {
        if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            return false;
        }
        // The first of these that is set decides, as in the C library.
        for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
            String locale = environment.getOrDefault(name, "");
            if (!locale.isEmpty()) {
                return locale.toLowerCase(Locale.ROOT).replace("-", "").endsWith("utf8");
            }
        }
        return false;
    }
}
