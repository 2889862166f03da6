package org.gatehouse.cli;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The program behind {@code bin/gatehouse-cli}. Exit codes: 0 done, 1 refused, 2 no such command or wrong arguments, 3 the server cannot be
 * reached.
 */
public final class GatehouseCli {

    private static final String DOOR = "org.gatehouse:type=Administration";
    private static final int WRONG_CALL = 2;
    private static final int UNREACHABLE = 3;

    private GatehouseCli() {
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> line) {
        try {
            CliCall call = CliCall.of(line, Optional.ofNullable(System.getenv("GATEHOUSE_CONTROLLER")).orElse(CliCall.USUAL_CONTROLLER), System.in);
            return print(send(call));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            return WRONG_CALL;
        } catch (IOException | JMException | SecurityException unreachable) {
            System.err.println("The server cannot be reached on its management port: " + unreachable.getMessage());
            return UNREACHABLE;
        }
    }

    private static String send(CliCall call) throws IOException, JMException {
        JMXServiceURL url = new JMXServiceURL("service:jmx:remote+http://" + call.controller());
        try (JMXConnector connector = JMXConnectorFactory.connect(url, credentials())) {
            Object answer = connector.getMBeanServerConnection().invoke(new ObjectName(DOOR), "run",
                    new Object[] {call.command(), call.arguments().toArray(String[]::new), call.input()},
                    new String[] {String.class.getName(), String[].class.getName(), String.class.getName()});
            return String.valueOf(answer);
        }
    }

    /** On the server's own machine none are needed; elsewhere those of a management user. */
    private static Map<String, Object> credentials() {
        Map<String, Object> environment = new HashMap<>();
        String user = System.getenv("GATEHOUSE_MANAGEMENT_USER");
        if (user != null) {
            environment.put(JMXConnector.CREDENTIALS, new String[] {user, Optional.ofNullable(System.getenv("GATEHOUSE_MANAGEMENT_PASSWORD")).orElse("")});
        }
        return environment;
    }

    /** The answer begins with the exit code and a line feed. */
    private static int print(String answer) {
        int end = answer.indexOf('\n');
        int exit = Integer.parseInt(answer.substring(0, end));
        (exit == 0 ? System.out : System.err).println(answer.substring(end + 1));
        return exit;
    }
}
