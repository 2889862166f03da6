package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Posts the forms of the portal as the pages do, for somebody who is logged in. */
final class PortalForms {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]{64})\"");
    private static final Pattern IDENTIFIER = Pattern.compile("name=\"identifier\" value=\"(portal-[A-Za-z0-9]{24})\"");

    private final HttpBrowser browser;

    PortalForms(GatehouseServer server, Person person) {
        browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
    }

    HttpBrowser browser() {
        return browser;
    }

    String page(String path) {
        HttpResponse<String> page = browser.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        return page.body();
    }

    /** What a form of this login brings with it. */
    String token() {
        return found(TOKEN, page("/if/user/settings/"));
    }

    /** An identifier that the form for a new token proposes. */
    String newIdentifier() {
        return found(IDENTIFIER, page("/if/user/tokens/"));
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    /** Tells somebody something, as a rule for events would. Returns the notification's id. */
    static String tell(GatehouseServer server, Person person, String body, String link) throws SQLException {
        String id = UUID.randomUUID().toString();
        try (Connection connection = server.database().connect(); PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO notification (id, user_id, severity, body, hyperlink, hyperlink_label, created, expires)"
                        + " VALUES (CAST(? AS uuid), ?, 'warning', ?, ?, 'See', now(), now() + interval '1 day')")) {
            insert.setString(1, id);
            insert.setLong(2, person.pk());
            insert.setString(3, body);
            insert.setString(4, link);
            insert.executeUpdate();
        }
        return id;
    }

    /** Posts a form as the page would. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> complete = new HashMap<>(fields);
        complete.put("token", token());
        return browser.postForm(path, complete);
    }
}
