/**
 * The {@code undertone} command, one class per subcommand: parse, make one call, print, exit code. Results go to
 * standard output, everything else to standard error. A new subcommand is one class that extends {@link
 * org.undertone.cli.Subcommand} and one line in {@link org.undertone.cli.Undertone}.
 */
package org.undertone.cli;
