package org.gatehouse.mail;

/**
 * What an administrator decides about letters of one kind.
 *
 * @param template one of {@link MailTemplates}
 * @param subject empty for the template's own
 * @param server a mail server of its own, or null for the installation's
 */
public record LetterStyle(String template, String subject, SmtpServer server) {
}
