package org.gatehouse.bench;

import java.util.Arrays;
import java.util.List;

/** What can be measured, in the order of the report. */
enum Scenario {
    START_COLD("start to ready, empty database", Kind.LIFECYCLE),
    START_WARM("start to ready, again", Kind.LIFECYCLE),
    RSS_IDLE("resident memory, just started", Kind.LIFECYCLE),
    RSS_LOAD("resident memory after all loads", Kind.LIFECYCLE),
    DISCOVERY("discovery document", Kind.LOAD),
    JWKS("key set", Kind.LOAD),
    CLIENT_CREDENTIALS("client_credentials grant", Kind.LOAD),
    REFRESH("refresh_token grant, rotating", Kind.LOAD),
    INTROSPECTION("introspection", Kind.LOAD),
    USERINFO("userinfo", Kind.LOAD),
    SSO("SSO: logged in, authorize to code", Kind.LOAD),
    SSO_POLICY("SSO with an expression policy", Kind.LOAD),
    FULL_LOGIN("login to code to token", Kind.LOAD),
    LOGIN("login alone, argon2id 7 MiB t5 p1", Kind.LOAD),
    LOGIN_FAST("login alone, argon2id 64 KiB t1 p1", Kind.LOAD),
    SAML_SSO("SAML SSO", Kind.PENDING),
    USERS_LIST("user list, page of 20", Kind.USERS),
    USERS_SEARCH("user search by name", Kind.USERS),
    USERS_FILTER("active users, newest first", Kind.USERS),
    USERS_DEEP("user list, page in the middle", Kind.USERS),
    USERS_LOGIN("login to code to token", Kind.USERS),
    APPLICATIONS_SSO("SSO, each time to another application", Kind.APPLICATIONS),
    LDAP_SYNC_FULL("LDAP sync, everything new", Kind.PENDING),
    LDAP_SYNC_UNCHANGED("LDAP sync, nothing changed", Kind.PENDING);

    /**
     * LIFECYCLE is measured around starts, LOAD under load, USERS and APPLICATIONS under load at several numbers of them; PENDING waits for
     * its feature.
     */
    enum Kind { LIFECYCLE, LOAD, USERS, APPLICATIONS, PENDING }

    private final String title;
    private final Kind kind;

    Scenario(String title, Kind kind) {
        this.title = title;
        this.kind = kind;
    }

    String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** Scenarios by their ids; {@code all} means all. */
    static List<Scenario> named(List<String> ids) {
        List<String> known = Arrays.stream(values()).map(Scenario::id).toList();
        ids.stream().filter(id -> !id.equals("all") && !known.contains(id)).findFirst().ifPresent(unknown -> {
            throw new IllegalArgumentException("no scenario " + unknown + "; there are all, " + String.join(", ", known));
        });
        return Arrays.stream(values()).filter(scenario -> ids.contains("all") || ids.contains(scenario.id())).toList();
    }
}
