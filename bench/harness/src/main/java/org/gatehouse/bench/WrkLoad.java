package org.gatehouse.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The same request again and again over eight connections, by wrk: it costs so little CPU that both cores are left to the servers. */
record WrkLoad(String method, String url, Map<String, String> headers, String body) implements Load {

    private static final int CONNECTIONS = 8;
    private static final String REPORT = """
            done = function(summary, latency, requests)
              local errors = summary.errors
              io.write(string.format('RESULT {"count":%d,"errors":%d,"micros":%d,"p50":%d,"p95":%d,"p99":%d}\\n',
                summary.requests, errors.status + errors.connect + errors.read + errors.write + errors.timeout, summary.duration,
                latency:percentile(50), latency:percentile(95), latency:percentile(99)))
            end
            """;

    static WrkLoad get(String url, Map<String, String> headers) {
        return new WrkLoad("GET", url, headers, "");
    }

    static WrkLoad postForm(String url, String authorization, String form) {
        return new WrkLoad("POST", url, Map.of("Authorization", authorization, "Content-Type", "application/x-www-form-urlencoded"), form);
    }

    @Override
    public Running prepare() {
        return this::run;
    }

    private LoadResult run(Duration time) {
        try {
            Path script = Files.createTempFile("bench", ".lua");
            try {
                Files.writeString(script, script());
                return result(wrk(script, time));
            } finally {
                Files.delete(script);
            }
        } catch (IOException e) {
            throw new IllegalStateException("wrk (Debian package wrk) cannot be run: " + e.getMessage(), e);
        }
    }

    private String script() {
        StringBuilder lua = new StringBuilder("wrk.method = ").append(quoted(method)).append('\n');
        headers.forEach((name, value) -> lua.append("wrk.headers[").append(quoted(name)).append("] = ").append(quoted(value)).append('\n'));
        if (!body.isEmpty()) {
            lua.append("wrk.body = ").append(quoted(body)).append('\n');
        }
        return lua.append(REPORT).toString();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String wrk(Path script, Duration time) throws IOException {
        Process wrk = new ProcessBuilder(List.of("wrk", "-t1", "-c" + CONNECTIONS, "-d" + time.toSeconds() + "s", "--timeout", "10s",
                "-s", script.toString(), url)).redirectErrorStream(true).start();
        String output = new String(wrk.getInputStream().readAllBytes());
        try {
            wrk.waitFor(time.toSeconds() + 30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return output;
    }

    private static LoadResult result(String output) {
        String line = output.lines().filter(l -> l.startsWith("RESULT ")).findFirst()
                .orElseThrow(() -> new IllegalStateException("wrk says: " + output));
        try (var reader = Json.createReader(new StringReader(line.substring("RESULT ".length())))) {
            JsonObject json = reader.readObject();
            return new LoadResult(json.getInt("count"), json.getInt("errors"), json.getInt("micros") / 1e6,
                    json.getInt("p50") / 1e3, json.getInt("p95") / 1e3, json.getInt("p99") / 1e3);
        }
    }
}
