package org.undertone.cli;

import java.util.List;
import org.undertone.media.Microphones;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code undertone} command: knows its subcommands and turns what they throw into a sentence and an exit code. */
@Command(
        name = "undertone",
        versionProvider = Undertone.Version.class,
        description = "From unlabelled speech and a handful of labels to a working emotion recogniser.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed while working", "2:used wrongly", "130:interrupted"},
        footerHeading = "%n",
        footer = "'undertone COMMAND --help' describes a command and shows an example.")
public final class Undertone implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USED_WRONGLY = 2;
    /** What a shell calls a process that ended by Ctrl-C: 128 + SIGINT. */
    static final int INTERRUPTED = 130;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of a failure below its sentence.")
    private boolean debug;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of Undertone, Java and the system, and exit.")
    private boolean version;

    private final CommandLine line = new CommandLine(this);

    private Undertone() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int code = run(console, commands(console), arguments);
        console.interruption().workEnded();
        System.exit(code);
    }

    /** The subcommands, in the order of the help: the order in which one uses them. */
    static List<Subcommand> commands(Console console) {
        return List.of(
                new DemoCommand(console),
                new ImportCommand(console),
                new ExtractCommand(console, ExtractionTools.ofRelease()),
                new PretrainCommand(console),
                new FinetuneCommand(console),
                new EvaluateCommand(console),
                new PredictCommand(console, System.in),
                new ListenCommand(console, System.in, Microphones::ofMachine),
                new ServeCommand(console),
                new ExperimentCommand(console),
                new ReportCommand(console),
                new ExportCommand(console),
                new ConvertCommand(console),
                new InspectCommand(console));
    }

    /** Runs one of the commands given and returns its exit code; nothing is thrown. */
    static int run(Console console, List<? extends Subcommand> commands, String... arguments) {
        var undertone = new Undertone();
        named(commands, arguments).forEach(undertone.line::addSubcommand);
        return undertone.execute(console, arguments);
    }

    /** The command that the first argument names, alone: to look at the options of the others takes time. Or all. */
    private static List<? extends Subcommand> named(List<? extends Subcommand> commands, String... arguments) {
        return commands.stream()
                .filter(command -> arguments.length > 0 && name(command).equals(arguments[0]))
                .findFirst()
                .<List<? extends Subcommand>>map(List::of)
                .orElse(commands);
    }

    private static String name(Subcommand command) {
        return command.getClass().getAnnotation(Command.class).name();
    }

    private int execute(Console console, String... arguments) {
        line.setOut(console.outWriter());
        line.setErr(console.errWriter());
        line.setUsageHelpWidth(console.terminal().helpColumns());
        line.setUsageHelpAutoWidth(false);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrongUse, all) -> refuse(console, wrongUse));
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(console, failure));
        try {
            int code = line.execute(arguments);
            if (code == DONE) {
                console.requireWritten();
            }
            return code;
        } catch (Throwable failure) {
            return report(console, failure);
        }
    }

    /** What remains where no command is named. */
    @Override
    public void run() {
        throw new ParameterException(line, "no command is named");
    }

    private int refuse(Console console, ParameterException wrongUse) {
        CommandLine command = wrongUse.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        console.complain(name + ": " + sentence(wrongUse) + "; see '" + name + " --help'");
        trace(console, wrongUse);
        return USED_WRONGLY;
    }

    /** The complaint about wrong use, with what was probably meant. */
    private static String sentence(ParameterException wrongUse) {
        CommandLine command = wrongUse.getCommandLine();
        // A mistyped option also leaves the right one missing: the mistyping is what the user wants to hear of.
        List<String> unmatched = command.getUnmatchedArguments();
        if (unmatched.isEmpty()) {
            String message = wrongUse.getMessage();
            return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
        }
        String first = unmatched.get(0);
        boolean atTop = command.getParent() == null;
        String kind = first.startsWith("-") ? "option" : atTop ? "command" : "argument";
        String nearest = new UnmatchedArgumentException(command, unmatched)
                .getSuggestions().stream()
                        .findFirst()
                        .map(suggestion -> ", did you mean '" + suggestion + "'?")
                        .orElse("");
        return "unknown " + kind + " '" + first + "'" + nearest;
    }

    private int report(Console console, Throwable failure) {
        if (failure instanceof ClosedPipeException) {
            return DONE;
        }
        if (console.interruption().requested()) {
            trace(console, failure);
            return INTERRUPTED;
        }
        console.complain("undertone: " + Failure.sentence(failure));
        trace(console, failure);
        return FAILED;
    }

    private void trace(Console console, Throwable failure) {
        if (debug) {
            console.trace(failure);
        }
    }

    /** Reads the version from the manifest of the jar; classes that run outside one have none. */
    static final class Version implements IVersionProvider {
        /** The release of this program, such as 0.1.0. */
        static String release() {
            String version = Undertone.class.getPackage().getImplementationVersion();
            return version == null ? "(not packaged)" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {
                "undertone " + release(),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch")
            };
        }
    }
}
