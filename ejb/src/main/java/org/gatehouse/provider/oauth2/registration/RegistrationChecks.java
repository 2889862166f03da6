package org.gatehouse.provider.oauth2.registration;

import java.util.regex.Pattern;
import org.gatehouse.type.FieldProblems;

/** What an administrator may lay down for clients that register themselves. */
final class RegistrationChecks {

    private static final Pattern DOMAIN = Pattern.compile("\\*|(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private RegistrationChecks() {
    }

    static void check(RegistrationRules rules, FieldProblems problems) {
        if (rules.allowedGrantTypes().isEmpty()) {
            problems.add("allowed_grant_types", "Allow at least one grant type.");
        }
        if (rules.accessTokenValidity().isZero() || rules.refreshTokenValidity().isZero()) {
            problems.add(rules.accessTokenValidity().isZero() ? "access_token_validity" : "refresh_token_validity", "Tokens have to last.");
        }
        if (rules.softwareStatementKeys() != null && !RegisteredKeys.arePublic(rules.softwareStatementKeys())) {
            problems.add("software_statement_keys", "Enter a JWK set of public keys.");
        }
        if (rules.requireSoftwareStatement() && rules.softwareStatementKeys() == null) {
            problems.add("require_software_statement", "Without keys no software statement can be believed.");
        }
        if (rules.clientIdDocuments() && rules.clientIdDocumentDomains().isEmpty()) {
            problems.add("client_id_document_domains", "Name at least one host, or * for any.");
        }
        rules.clientIdDocumentDomains().stream().filter(domain -> !DOMAIN.matcher(domain).matches()).findFirst()
                .ifPresent(wrong -> problems.add("client_id_document_domains", "Enter hosts such as app.example.com, *.example.com or *."));
    }
}
