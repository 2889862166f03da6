package org.gatehouse.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * Opens the door for {@code bin/gatehouse-cli}: a bean of the platform's management, which WildFly offers on its management port to whoever
 * may manage the server, on the same machine without a password. Applications cannot be asked to call it.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AdministrationDoor {

    /** Its name for management clients. */
    static final String NAME = "org.gatehouse:type=Administration";

    private static final Logger LOG = Logger.getLogger(AdministrationDoor.class.getName());

    @Inject
    private LocalCommands commands;

    @PostConstruct
    void open() {
        AdministrationMXBean door = (command, arguments, input) -> {
            LocalCommands.Outcome outcome = commands.run(command, arguments == null ? List.of() : List.of(arguments), input == null ? "" : input);
            return outcome.exit() + "\n" + outcome.output();
        };
        try {
            close();
            ManagementFactory.getPlatformMBeanServer().registerMBean(new StandardMBean(door, AdministrationMXBean.class, true), new ObjectName(NAME));
        } catch (JMException unavailable) {
            LOG.log(Level.WARNING, "bin/gatehouse-cli will not work", unavailable);
        }
    }

    @PreDestroy
    void close() {
        try {
            ObjectName name = new ObjectName(NAME);
            if (ManagementFactory.getPlatformMBeanServer().isRegistered(name)) {
                ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
            }
        } catch (JMException gone) {
            LOG.log(Level.FINE, "the door was closed already", gone);
        }
    }
}
