package org.gatehouse.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * The connection pool of GatehouseDS, as WildFly's {@code datasources} subsystem shows it over JMX. The numbers are NaN while the
 * data source has {@code statistics-enabled=false} or the {@code jmx} subsystem is not there.
 */
final class DatabasePoolMetrics implements MeterBinder {

    private static final String POOL = "jboss.as:subsystem=datasources,data-source=GatehouseDS,statistics=pool";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "gatehouse.database.pool.in.use", "InUseCount", "Connections in use");
        gauge(registry, "gatehouse.database.pool.available", "AvailableCount", "Connections that can still be had");
        gauge(registry, "gatehouse.database.pool.waiting", "WaitCount", "Requests that had to wait for a connection");
    }

    private void gauge(MeterRegistry registry, String name, String attribute, String description) {
        Gauge.builder(name, this, pool -> pool.read(attribute)).description(description).strongReference(true).register(registry);
    }

    private double read(String attribute) {
        try {
            Object value = server.getAttribute(new ObjectName(POOL), attribute);
            return Double.parseDouble(String.valueOf(value));
        } catch (MalformedObjectNameException impossible) {
            throw new IllegalStateException(impossible);
        } catch (JMException | RuntimeException unavailable) {
            return Double.NaN;
        }
    }
}
