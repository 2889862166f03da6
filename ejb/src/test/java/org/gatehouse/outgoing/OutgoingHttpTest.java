package org.gatehouse.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.gatehouse.outgoing.OutgoingFailure.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHttpTest {

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicReference<String> seen = new AtomicReference<>();
    private final OutgoingHttp http = new OutgoingHttp(new AddressGuard(List.of("127.0.0.1")));
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        server.createContext("/echo", exchange -> {
            seen.set(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Host") + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type"));
            answer(exchange, 200, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void sendsFormsAndReadsTheAnswer() throws OutgoingFailure {
        OutgoingResponse response = http.send(OutgoingRequest.postForm(base + "/echo", Map.of("a b", "c&d=ü")));

        assertThat(response.isSuccess()).isTrue();
        assertThat(response.text()).isEqualTo("a+b=c%26d%3D%C3%BC");
        assertThat(seen.get()).isEqualTo("POST 127.0.0.1:" + server.getAddress().getPort() + " application/x-www-form-urlencoded");
    }

    @Test
    void sendsAndReadsJson() throws OutgoingFailure {
        OutgoingResponse response = http.send(OutgoingRequest.postJson(base + "/echo", Json.createObjectBuilder().add("a", 1).build()));

        assertThat(response.json().getInt("a")).isEqualTo(1);
    }

    @Test
    void saysSoWhenTheAnswerIsNoJson() throws OutgoingFailure {
        OutgoingResponse response = http.send(OutgoingRequest.post(base + "/echo", "text/plain", "[]"));

        assertThat(catchThrowableOfType(response::json, OutgoingFailure.class).reason()).isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.com/", "gopher://127.0.0.1/", "http://user@127.0.0.1/", "/echo", "", "http://",
        "http://127.0.0.1\\@example.com/", "jar:http://127.0.0.1/!/a", "http://127.0.0.1/#a"})
    void refusesWhatIsNotAWebAddressBeyondDoubt(String url) {
        assertThat(failure(OutgoingRequest.get(url)).reason()).isEqualTo(Reason.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void refusesTheInnerNetwork(String scheme) {
        OutgoingHttp closed = new OutgoingHttp(new AddressGuard());
        String url = scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/echo";

        OutgoingFailure failure = catchThrowableOfType(() -> closed.send(OutgoingRequest.get(url)), OutgoingFailure.class);

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(seen.get()).isNull();
    }

    @Test
    void connectsToTheAddressThatWasCheckedAndToNoLaterOne() throws OutgoingFailure {
        AtomicInteger asked = new AtomicInteger();
        OutgoingHttp rebound = new OutgoingHttp(new AddressGuard(List.of("127.0.0.1")) {
            @Override
            List<InetAddress> resolve(String host) throws UnknownHostException {
                // What the JVM would find for this name is another address, or none.
                return List.of(InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
            }
        });

        OutgoingResponse response = rebound.send(OutgoingRequest.get("http://rebound.invalid:" + server.getAddress().getPort() + "/echo"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(asked).hasValue(1);
        assertThat(seen.get()).startsWith("GET rebound.invalid:");
    }

    @Test
    void givesUpWhenTheAnswerTakesTooLong() {
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await();
            exchange.close();
        });

        assertThat(failure(OutgoingRequest.get(base + "/slow").within(Duration.ofMillis(300))).reason()).isEqualTo(Reason.TIMED_OUT);
    }

    @Test
    void aServerThatHangsHoldsOnlySoManyCalls() throws Exception {
        CountDownLatch begun = new CountDownLatch(10);
        server.createContext("/hangs", exchange -> {
            begun.countDown();
            await();
            answer(exchange, 200, "x");
        });
        List<CompletableFuture<OutgoingFailure>> calls = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> failure(OutgoingRequest.get(base + "/hangs")), Executors.newCachedThreadPool()))
                .toList();
        begun.await();

        assertThat(failure(OutgoingRequest.get(base + "/echo")).reason()).isEqualTo(Reason.BUSY);
        assertThat(failure(OutgoingRequest.get("http://127.0.0.1:1/echo")).reason()).isEqualTo(Reason.UNREACHABLE);

        end.countDown();
        calls.forEach(call -> assertThat(call.join()).isNull());
        assertThat(http.send(OutgoingRequest.get(base + "/echo")).status()).isEqualTo(200);
    }

    @Test
    void hangsUpWhenTheAnswerIsTooLong() {
        server.createContext("/long", exchange -> answer(exchange, 200, "x".repeat(5000)));

        assertThat(failure(OutgoingRequest.get(base + "/long").atMost(4999)).reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void saysNothingOfTheUrlButItsHostWhenNobodyAnswers() {
        int port = server.getAddress().getPort();
        server.stop(0);

        OutgoingFailure failure = failure(OutgoingRequest.get("http://127.0.0.1:" + port + "/hook/s3cret?token=s3cret"));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure).hasMessageContaining("127.0.0.1").hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("s3cret");
    }

    @Test
    void followsRedirectsOnTheSameHost() throws OutgoingFailure {
        redirect("/start", "/echo");

        assertThat(http.send(OutgoingRequest.get(base + "/start")).status()).isEqualTo(200);
    }

    @Test
    void followsNoRedirectToAnotherHostOrPort() throws OutgoingFailure {
        redirect("/host", "http://localhost:" + server.getAddress().getPort() + "/echo");
        redirect("/port", "http://127.0.0.1:1/echo");
        redirect("/scheme", "file:///etc/passwd");

        assertThat(http.send(OutgoingRequest.get(base + "/host")).status()).isEqualTo(302);
        assertThat(http.send(OutgoingRequest.get(base + "/port")).status()).isEqualTo(302);
        assertThat(http.send(OutgoingRequest.get(base + "/scheme")).status()).isEqualTo(302);
        assertThat(seen.get()).isNull();
    }

    @Test
    void endsRedirectsThatGoRoundInCircles() throws OutgoingFailure {
        redirect("/round", "/round");

        assertThat(http.send(OutgoingRequest.get(base + "/round")).status()).isEqualTo(302);
    }

    @Test
    void doesNotSendAFormAgainWhereARedirectPoints() throws OutgoingFailure {
        redirect("/form", "/echo");

        assertThat(http.send(OutgoingRequest.postForm(base + "/form", Map.of("secret", "x"))).status()).isEqualTo(302);
        assertThat(seen.get()).isNull();
    }

    @Test
    void refusesHeadersThatWouldBreakTheMessage() {
        assertThat(failure(OutgoingRequest.get(base + "/echo").header("X-A", "a\r\nX-B: b")).reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure(OutgoingRequest.get(base + "/echo").header("Host", "other")).reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void showsNoSecretWhenPrinted() {
        OutgoingRequest request = OutgoingRequest.postForm("https://s3cret.example/s3cret", Map.of("a", "s3cret")).header("Authorization", "s3cret");

        assertThat(request.toString()).doesNotContain("s3cret");
    }

    private OutgoingFailure failure(OutgoingRequest request) {
        return catchThrowableOfType(() -> http.send(request), OutgoingFailure.class);
    }

    private void redirect(String path, String to) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, "");
        });
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
