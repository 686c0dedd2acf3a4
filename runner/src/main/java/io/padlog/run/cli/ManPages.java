package io.padlog.run.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help as manual pages, in roff's man macros. */
final class ManPages {
    private ManPages() {}

    /** The name of a command's page: {@code padlog-check}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName("-");
    }

    static String page(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        StringBuilder page = new StringBuilder();
        page.append(".TH ").append(quoted(name(command).toUpperCase(Locale.ROOT))).append(" 1 \"\" \"padlog\" \"User Commands\"\n");
        page.append(".SH NAME\n").append(text(name(command))).append(" \\- ").append(text(CompletionScripts.purpose(spec))).append('\n');
        page.append(".SH SYNOPSIS\n.nf\n");
        command.getUsageMessage(CommandLine.Help.Ansi.OFF).lines().takeWhile(line -> line.startsWith("Usage: ") || line.startsWith("       "))
                .forEach(line -> page.append(text(line.replaceFirst("^Usage: ", "").strip())).append('\n'));
        page.append(".fi\n.SH OPTIONS\n");
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            item(List.of(parameter.paramLabel()), "", parameter.description(), page);
        }
        for (OptionSpec option : spec.options()) {
            if (!option.hidden()) {
                item(List.of(option.names()), option.arity().max() > 0 ? option.paramLabel() : "", option.description(), page);
            }
        }
        if (!command.getSubcommands().isEmpty()) {
            page.append(".SH COMMANDS\n");
            command.getSubcommands().values().forEach(sub ->
                    item(List.of(sub.getCommandName()), "", sub.getCommandSpec().usageMessage().description(), page));
        }
        if (!spec.usageMessage().exitCodeList().isEmpty()) {
            page.append(".SH EXIT STATUS\n");
            spec.usageMessage().exitCodeList().forEach((code, meaning) -> item(List.of(code), "", new String[] {meaning}, page));
        }
        page.append(".SH NOTES\n.nf\n");
        for (String line : spec.usageMessage().footer()) {
            page.append(text(line)).append('\n');
        }
        return page.append(".fi\n").toString();
    }

    private static void item(List<String> names, String value, String[] description, StringBuilder page) {
        page.append(".TP\n.B ").append(text(String.join(", ", names)));
        page.append(value.isEmpty() ? "" : " " + text(value)).append('\n');
        page.append(text(String.join(" ", description))).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\(dq") + '"';
    }

    /** A full stop or an apostrophe at the beginning would be a request. */
    private static String text(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
