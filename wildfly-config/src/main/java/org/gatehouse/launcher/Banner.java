package org.gatehouse.launcher;

/** What the operator reads when Gatehouse is ready: where it is, how to log in, how to stop it. Never a password. */
final class Banner {

    private Banner() {
    }

    static String of(RunSettings settings, WildFlyNode node) {
        String login = settings.initialSetup()
                ? "Set it up:  " + node.url() + "/if/flow/initial-setup/   (the first time only)"
                : "Log in:     user akadmin with the password in GATEHOUSE_BOOTSTRAP_PASSWORD";
        return String.join(System.lineSeparator(),
                "",
                "  Gatehouse is ready.",
                "",
                "  Address:    " + node.url() + "/",
                "  HTTPS:      port " + node.settings().httpsPort() + " (self-signed certificate)",
                "  " + login,
                "  Log file:   " + node.log(),
                "  Database:   " + (settings.database().isPresent() ? "GATEHOUSE_DATABASE_URL" : "embedded PostgreSQL"),
                "",
                "  Ctrl-C stops it.",
                "");
    }
}
