package io.padlog.run.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, driven over its DevTools protocol: keys are pressed as a person would, not events made up. */
final class Browser implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final Map<String, Integer> KEYS = Map.of(
            "Tab", 9, "Enter", 13, "Escape", 27, "End", 35, "Home", 36, "ArrowLeft", 37, "ArrowUp", 38, "ArrowRight", 39, "ArrowDown", 40);
    private static final int SECONDS = 30;

    private final ObjectMapper json = new ObjectMapper();
    private final Process process;
    private final WebSocket socket;
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int last;

    /** The executable, if there is one on the search path. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(Path.of(folder)::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Opens a page. @param profile an empty folder */
    Browser(Path executable, Path profile, Path page) throws Exception {
        process = new ProcessBuilder(executable.toString(), "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1300,800",
                "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank").redirectErrorStream(true).start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest open = HttpRequest.newBuilder(URI.create("http://" + address() + "/json/new?" + page.toUri()))
                .PUT(HttpRequest.BodyPublishers.noBody()).build();
        String target = client.send(open, HttpResponse.BodyHandlers.ofString()).body();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(json.readTree(target).get("webSocketDebuggerUrl").asText()), new Listener()).get();
        send("Runtime.enable", Map.of());
        send("Log.enable", Map.of());
        send("Page.reload", Map.of());
        while (!evaluate("document.readyState").asText().equals("complete")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String address() throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread rest = new Thread(() -> out.lines().forEach(ignored -> { }));
                rest.setDaemon(true);
                rest.start();
                return listening.group(1);
            }
        }
        throw new IOException("the browser does not start");
    }

    /** What the console was told as an error, and exceptions that nobody caught. */
    List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    /** The value of an expression, or of what it promises. */
    JsonNode evaluate(String expression) throws Exception {
        JsonNode answer = send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Presses keys one after the other, each by its name or letter. */
    void press(String... keys) throws Exception {
        for (String key : keys) {
            int code = KEYS.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
            String text = key.length() == 1 ? key : key.equals("Enter") ? "\r" : "";
            send("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key, "windowsVirtualKeyCode", code, "text", text));
            send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
        }
    }

    private JsonNode send(String method, Map<String, Object> parameters) throws Exception {
        int id = ++last;
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", json.valueToTree(parameters));
        socket.sendText(message.toString(), true).get();
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
    }

    /** Puts messages together and takes them apart. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean end) {
            text.append(part);
            if (end) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode node = json.readTree(message);
                boolean error = node.path("params").path("entry").path("level").asText().equals("error")
                        || node.path("params").path("type").asText().equals("error");
                if (node.has("id")) {
                    answers.remove(node.get("id").asInt()).complete(node.has("result") ? node.get("result") : node.get("error"));
                } else if (node.path("method").asText().equals("Runtime.exceptionThrown") || error) {
                    synchronized (complaints) {
                        complaints.add(message);
                    }
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
