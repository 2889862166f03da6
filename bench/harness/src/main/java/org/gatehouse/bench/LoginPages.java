package org.gatehouse.bench;

import java.util.function.IntFunction;
import java.util.function.Supplier;

/** How a person gets from an authorization request to the client. */
interface LoginPages {

    /** Sends the authorization request, logs in when asked to, and returns the redirect to the client. */
    String answer(Browser browser, RelyingParty client, String username);

    /**
     * A journey that is a whole login with a new browser. No two workers log the same user in: a product may see an attack in two
     * logins of a user at once.
     */
    default Journey.Start logins(RelyingParty client, int users, boolean redeem) {
        return worker -> {
            Supplier<String> names = usersOf(worker, users);
            return () -> {
                Browser browser = new Browser();
                String code = client.code(answer(browser, client, names.get()));
                if (redeem) {
                    client.redeem(browser, code).getString("id_token");
                }
            };
        };
    }

    /** The users of one worker, in turn. */
    static Supplier<String> usersOf(int worker, int users) {
        int[] turn = {0};
        int share = users / JourneyLoad.WORKERS;
        return () -> Product.user(1 + worker * share + turn[0]++ % share);
    }

    /** A journey of a person who is logged in and sends authorization requests. */
    default Journey.Start singleSignOn(RelyingParty client) {
        return worker -> {
            Browser browser = new Browser();
            client.code(answer(browser, client, Product.user(1 + worker)));
            return () -> client.code(answer(browser, client, "nobody"));
        };
    }

    /** As {@link #singleSignOn(RelyingParty)}, each time to the next of the first {@code count} applications. */
    default Journey.Start singleSignOn(IntFunction<RelyingParty> application, int count) {
        return worker -> {
            Browser browser = new Browser();
            RelyingParty first = application.apply(1);
            first.code(answer(browser, first, Product.user(1 + worker)));
            int[] turn = {worker * count / JourneyLoad.WORKERS};
            return () -> {
                RelyingParty client = application.apply(1 + turn[0]++ % count);
                client.code(answer(browser, client, "nobody"));
            };
        };
    }

    /** A journey of a client that refreshes its tokens, each time with the refresh token it got last. */
    default Journey.Start refreshes(RelyingParty client) {
        return worker -> {
            Browser browser = new Browser();
            String code = client.code(answer(browser, client, Product.user(1 + worker)));
            String[] token = {client.redeem(browser, code).getString("refresh_token")};
            return () -> token[0] = client.refresh(browser, token[0]).getString("refresh_token");
        };
    }

    /** An access token of a user. */
    default String accessToken(RelyingParty client) {
        Browser browser = new Browser();
        return client.redeem(browser, client.code(answer(browser, client, Product.user(1)))).getString("access_token");
    }
}
