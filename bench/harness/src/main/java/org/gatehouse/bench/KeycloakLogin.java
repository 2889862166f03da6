package org.gatehouse.bench;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keycloak's login through its form. */
record KeycloakLogin() implements LoginPages {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]*/login-actions/authenticate[^\"]*)\"");

    @Override
    public String answer(Browser browser, RelyingParty client, String username) {
        HttpResponse<String> response = browser.get(client.authorizationRequest());
        String location = response.headers().firstValue("location").orElse(null);
        if (client.isAnswer(location)) {
            return location;
        }
        Matcher form = ACTION.matcher(response.body());
        if (!form.find()) {
            throw new IllegalStateException(response.statusCode() + " without a form");
        }
        HttpResponse<String> answer = browser.postForm(form.group(1).replace("&amp;", "&"),
                Map.of("username", username, "password", Product.PASSWORD, "credentialId", ""));
        return answer.headers().firstValue("location").filter(client::isAnswer)
                .orElseThrow(() -> new IllegalStateException("not logged in: " + answer.statusCode()));
    }
}
