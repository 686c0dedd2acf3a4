package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.job.Datalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options of Soufflé that change no result here, and those that padlog refuses, each with its reason. */
final class SouffleOptions {
    private static final String NO_CODE = "padlog makes no C++ code; run souffle itself";
    private static final String NO_FUNCTORS = "functors in C++ are not supported; run souffle itself";
    private static final String NO_PROFILE = "there are no profiles; -v tells the memory, and --show=transformed-ram how rules are joined";

    private final List<String> refused = new ArrayList<>();
    private final Set<String> unwarned = new LinkedHashSet<>();

    // Rules are compiled, joins ordered by what is known of sizes, questions turned into magic sets and all warnings told
    // without being asked for.
    @Option(names = {"-c", "--compile", "-C", "--compile-many", "--no-preprocessor"}, hidden = true)
    private boolean[] needless = {};

    @Option(names = {"-m", "--magic-transform", "--magic-transform-exclude", "--inline-exclude", "-P", "--pragma",
            "-z", "--disable-transformers", "-a", "--auto-schedule", "--preprocessor", "-W", "--warn"}, hidden = true)
    private List<String> tuning = new ArrayList<>();

    @Option(names = {"-o", "--dl-program"}, hidden = true, paramLabel = "FILE")
    private void program(String file) {
        refused.add("-o " + file + ": " + NO_CODE);
    }

    @Option(names = {"-g", "--generate"}, hidden = true, paramLabel = "FILE")
    private void code(String file) {
        refused.add("-g " + file + ": " + NO_CODE);
    }

    @Option(names = {"-G", "--generate-many"}, hidden = true, paramLabel = "DIR")
    private void codes(String folder) {
        refused.add("-G " + folder + ": " + NO_CODE);
    }

    @Option(names = {"-N", "--generate-namespace"}, hidden = true, paramLabel = "NS")
    private void namespace(String name) {
        refused.add("-N " + name + ": " + NO_CODE);
    }

    @Option(names = {"-s", "--swig"}, hidden = true, paramLabel = "LANG")
    private void swig(String language) {
        refused.add("-s " + language + ": " + NO_CODE);
    }

    @Option(names = {"-l", "--libraries"}, hidden = true, paramLabel = "FILE")
    private void library(String file) {
        refused.add("-l " + file + ": " + NO_FUNCTORS);
    }

    @Option(names = {"-L", "--library-dir"}, hidden = true, paramLabel = "DIR")
    private void libraries(String folder) {
        refused.add("-L " + folder + ": " + NO_FUNCTORS);
    }

    @Option(names = {"-p", "--profile"}, hidden = true, paramLabel = "FILE")
    private void profile(String file) {
        refused.add("-p " + file + ": " + NO_PROFILE);
    }

    @Option(names = {"--live-profile", "--profile-frequency", "--emit-statistics"}, hidden = true)
    private void profiles(boolean given) {
        refused.add("--live-profile, --profile-frequency, --emit-statistics: " + NO_PROFILE);
    }

    @Option(names = {"-t", "--provenance"}, hidden = true, paramLabel = "MODE")
    private void provenance(String mode) {
        if (!mode.equals("none")) {
            refused.add("-t " + mode + ": there is no dialogue; 'padlog query --explain' prints the derivation of a row");
        }
    }

    @Option(names = {"-r", "--debug-report"}, hidden = true, paramLabel = "FILE")
    private void report(String file) {
        refused.add("-r " + file + ": there is no report; --show=transformed-ast and --show=transformed-ram tell what is run");
    }

    @Option(names = "--legacy", hidden = true)
    private void legacy(boolean given) {
        refused.add("--legacy: old programs must be brought up to date: '.type A <: B' for types, 'as(x, A)' where a "
                + "value's type is wider than its column's; --wno=deprecated-qualifier and the like for warnings alone");
    }

    @Option(names = "--wno", paramLabel = "WARN", description = "Leave out a kind of warnings: all, none or its name.")
    private void leaveOut(String warning) {
        if (warning.equals("all")) {
            unwarned.addAll(Datalog.warningNames());
        } else if (!warning.equals("none")) {
            unwarned.add(warning);
        }
    }

    /** @throws PadlogException USAGE if an option was given that padlog cannot follow */
    void check() {
        if (!refused.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, String.join("\n", refused));
        }
    }

    /** The names of the warnings that are not to be told. */
    Set<String> unwarned() {
        return unwarned;
    }
}
