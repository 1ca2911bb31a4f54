package org.undertone.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * One command: its fields are its options, {@link #run()} makes one call into the library and prints what came back.
 * Whatever it throws becomes one sentence and an exit code ({@link Failure}); nothing need be caught here.
 */
@Command(
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        sortOptions = false,
        abbreviateSynopsis = false,
        usageHelpAutoWidth = false)
abstract class Subcommand implements Callable<Integer> {
    /** Where results, complaints and progress go. */
    protected final Console console;

    @Spec
    private CommandSpec spec;

    protected Subcommand(Console console) {
        this.console = console;
    }

    /** Does the work; returning is exit code 0. */
    protected abstract void run() throws Exception;

    @Override
    public final Integer call() throws Exception {
        run();
        return Undertone.DONE;
    }

    /** Settings made from options: what their record refuses is wrong use (exit code 2), not a failure of the work. */
    protected final <T> T settings(Supplier<T> record) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /**
     * Work that can be gone on with: where it is interrupted, the user is told so.
     *
     * @param kept where what is finished stays
     */
    protected final <T> T resumable(Path kept, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (CancellationException e) {
            console.complain("undertone: what is finished stays in " + kept
                    + "; the same command with --resume goes on from there");
            throw e;
        }
    }

    /** The refusal of options that cannot be used together (exit code 2). */
    protected final ParameterException wrongUse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
