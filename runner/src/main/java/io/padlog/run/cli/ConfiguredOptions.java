package io.padlog.run.cli;

import io.padlog.run.config.Config;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Adds to a command line what stands in {@code padlog.toml}. */
final class ConfiguredOptions {
    private static final String OPTION = "--config";
    private static final String NONE = "none";

    private ConfiguredOptions() {}

    /** The command line with the options of the configuration behind the command's name, if the command takes any. */
    static List<String> added(List<String> args, CommandLine commands) {
        CommandLine command = args.isEmpty() ? null : commands.getSubcommands().get(args.get(0));
        if (command == null || command.getCommandSpec().findOption(OPTION) == null) {
            return args;
        }
        Set<String> typed = new HashSet<>();
        Config config = null;
        for (int index = 1; index < args.size(); index++) {
            String word = args.get(index);
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            OptionSpec option = command.getCommandSpec().findOption(name);
            if (option != null) {
                typed.addAll(List.of(option.names()));
            }
            if (name.equals(OPTION) && (word.contains("=") || index + 1 < args.size())) {
                String file = word.contains("=") ? word.substring(word.indexOf('=') + 1) : args.get(index + 1);
                if (file.equals(NONE)) {
                    return args;
                }
                config = Config.read(Path.of(file));
            }
        }
        Set<String> accepted = new HashSet<>();
        command.getCommandSpec().options().forEach(option -> accepted.addAll(List.of(option.names())));
        List<String> all = new ArrayList<>(List.of(args.get(0)));
        all.addAll((config == null ? Config.above(Path.of("")) : config).options(accepted, typed));
        all.addAll(args.subList(1, args.size()));
        return all;
    }
}
