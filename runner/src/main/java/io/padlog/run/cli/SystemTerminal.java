package io.padlog.run.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jline.nativ.Kernel32;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/** Asks the system where the output goes where no launcher has told, as on Windows; its console is made to understand it. */
final class SystemTerminal {
    private static final String PROVIDER = "jni";
    private static final int UTF_8 = 65_001;
    /** ENABLE_VIRTUAL_TERMINAL_PROCESSING */
    private static final int ESCAPE_SEQUENCES = 4;
    private static final Map<SystemStream, String> WORDS =
            Map.of(SystemStream.Input, "in", SystemStream.Output, "out", SystemStream.Error, "err");

    private SystemTerminal() {}

    /** The environment, with what the launcher would have told. */
    static Map<String, String> told(Map<String, String> environment) {
        if (environment.containsKey(Terminal.VARIABLE)) {
            return environment;
        }
        Map<String, String> all = new HashMap<>(environment);
        try {
            TerminalProvider provider = TerminalProvider.load(PROVIDER);
            StringBuilder words = new StringBuilder();
            for (SystemStream stream : SystemStream.values()) {
                if (provider.isSystemStream(stream)) {
                    words.append(WORDS.get(stream)).append(' ');
                    if (stream != SystemStream.Input) {
                        words.append(Math.max(0, provider.systemStreamWidth(stream))).append(' ');
                    }
                }
            }
            all.put(Terminal.VARIABLE, words.toString().strip());
            if (OSUtils.IS_WINDOWS && !escapes(words.toString())) {
                all.put(Terminal.NO_COLOUR, "1");
            }
        } catch (IOException | LinkageError e) {
            // No library for this system: what is written is as for a file.
            all.put(Terminal.VARIABLE, "");
        }
        return all;
    }

    /** Lets the console take UTF-8, until padlog ends, and colours. @return whether it does */
    private static boolean escapes(String words) {
        boolean out = words.contains(WORDS.get(SystemStream.Output));
        if (!out && !words.contains(WORDS.get(SystemStream.Error))) {
            return true;
        }
        int before = Kernel32.GetConsoleOutputCP();
        if (before != UTF_8 && Kernel32.SetConsoleOutputCP(UTF_8) != 0) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Kernel32.SetConsoleOutputCP(before)));
        }
        long handle = Kernel32.GetStdHandle(out ? Kernel32.STD_OUTPUT_HANDLE : Kernel32.STD_ERROR_HANDLE);
        int[] mode = new int[1];
        return Kernel32.GetConsoleMode(handle, mode) != 0 && Kernel32.SetConsoleMode(handle, mode[0] | ESCAPE_SEQUENCES) != 0;
    }
}
