package org.gatehouse.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A letter to one person, before it is written out.
 *
 * @param to an address that {@link MailAddress} has accepted
 * @param template one of {@link MailTemplates}
 * @param subject as it is shown; empty for the template's own
 * @param locale of the person
 * @param values what the template can name, in the clear; links and codes among them
 * @param server a mail server of its own, or null for the installation's
 * @param expires when it is no longer worth sending
 */
public record Letter(String to, String template, String subject, Locale locale, Map<String, String> values, SmtpServer server, Instant expires) {

    public Letter {
        values = Map.copyOf(values);
    }

    /** The same letter with one value more. */
    public Letter with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Letter(to, template, subject, locale, more, server, expires);
    }

    /** Without the values: they hold links and codes. */
    @Override
    public String toString() {
        return "Letter[" + template + "]";
    }
}
