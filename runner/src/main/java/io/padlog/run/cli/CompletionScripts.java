package io.padlog.run.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What shells want to be told to complete {@code padlog}'s commands and options. */
final class CompletionScripts {
    private CompletionScripts() {}

    /** The shells that can be told. */
    enum Shell { BASH, ZSH, FISH, POWERSHELL }

    static String of(Shell shell, CommandLine padlog) {
        return switch (shell) {
            // One script serves both: it turns on zsh's bash completion where it needs it.
            case BASH, ZSH -> AutoComplete.bash("padlog", padlog).replaceAll("(?m)^# Date: .*\\R", "");
            case FISH -> fish(padlog);
            case POWERSHELL -> powershell(padlog);
        };
    }

    private static String fish(CommandLine padlog) {
        StringBuilder script = new StringBuilder("# fish completion for padlog\n");
        for (CommandLine command : padlog.getSubcommands().values()) {
            CommandSpec spec = command.getCommandSpec();
            script.append("complete -c padlog -n __fish_use_subcommand -f -a ").append(spec.name()).append(" -d ")
                    .append(fishQuoted(purpose(spec))).append('\n');
            for (OptionSpec option : shown(spec)) {
                script.append("complete -c padlog -n '__fish_seen_subcommand_from ").append(spec.name()).append('\'');
                for (String name : option.names()) {
                    script.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
                }
                script.append(option.arity().max() > 0 ? " -r" : "");
                if (!values(option).isEmpty()) {
                    script.append(" -f -a ").append(fishQuoted(String.join(" ", values(option))));
                }
                script.append(" -d ").append(fishQuoted(String.join(" ", option.description()))).append('\n');
            }
        }
        return script.toString();
    }

    private static String powershell(CommandLine padlog) {
        StringBuilder script = new StringBuilder("""
                # PowerShell completion for padlog; add it to $PROFILE
                Register-ArgumentCompleter -Native -CommandName padlog, padlog.cmd -ScriptBlock {
                    param($word, $line, $cursor)
                    $options = @{
                """);
        for (CommandLine command : padlog.getSubcommands().values()) {
            List<String> names = new ArrayList<>();
            shown(command.getCommandSpec()).forEach(option -> names.addAll(List.of(option.names())));
            script.append("        '").append(command.getCommandSpec().name()).append("' = '").append(String.join("', '", names))
                    .append("'\n");
        }
        return script.append("""
                    }
                    $command = $line.CommandElements | Select-Object -Skip 1 -First 1 | ForEach-Object { $_.ToString() }
                    $choices = if ($command -and $options.ContainsKey($command)) { $options[$command] } else { $options.Keys | Sort-Object }
                    $choices | Where-Object { $_ -like "$word*" } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }
                """).toString();
    }

    private static List<OptionSpec> shown(CommandSpec spec) {
        return spec.options().stream().filter(option -> !option.hidden()).toList();
    }

    private static List<String> values(OptionSpec option) {
        List<String> values = new ArrayList<>();
        Class<?> type = option.typeInfo().isOptional() || option.typeInfo().isCollection()
                ? option.auxiliaryTypes()[0] : option.type();
        if (type.isEnum()) {
            for (Object value : type.getEnumConstants()) {
                values.add(value.toString().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }

    static String purpose(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private static String fishQuoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
