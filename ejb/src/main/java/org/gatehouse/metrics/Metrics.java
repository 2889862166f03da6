package org.gatehouse.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventRecorded;

/** Counts and times what the node does, and writes it in Prometheus' text format. */
@ApplicationScoped
public class Metrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private JvmGcMetrics garbageCollection;
    private Counter logins;
    private Counter failedLogins;
    private Timer policies;

    @PostConstruct
    void start() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection = new JvmGcMetrics();
        garbageCollection.bindTo(registry);
        new DatabasePoolMetrics().bindTo(registry);
        logins = logins("ok");
        failedLogins = logins("failed");
        policies = Timer.builder("gatehouse.policy.execution").description("Time one policy took").register(registry);
    }

    private Counter logins(String result) {
        return Counter.builder("gatehouse.logins").description("Logins by result").tag("result", result).register(registry);
    }

    @PreDestroy
    void stop() {
        garbageCollection.close();
        registry.close();
    }

    /**
     * Notes a request that was answered.
     *
     * @param route one of a fixed set of names, never a path as it was sent
     */
    public void requestAnswered(String method, String route, int status, Duration took) {
        String known = method == null ? "" : method.toUpperCase(Locale.ROOT);
        Timer.builder("gatehouse.http.requests").description("Requests answered")
                .tag("method", METHODS.contains(known) ? known : "other")
                .tag("route", route)
                .tag("status", status >= 100 && status < 600 ? status / 100 + "xx" : "other")
                .register(registry).record(took);
    }

    /** Notes how long one policy took. */
    public void policyExecuted(Duration took) {
        policies.record(took);
    }

    /** Everything there is, in Prometheus' text format 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    void count(@Observes EventRecorded event) {
        if (event.action().equals(EventAction.LOGIN)) {
            logins.increment();
        } else if (event.action().equals(EventAction.LOGIN_FAILED)) {
            failedLogins.increment();
        }
    }
}
