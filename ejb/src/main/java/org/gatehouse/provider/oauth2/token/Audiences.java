package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jakarta.json.JsonObject;
import org.gatehouse.provider.oauth2.OAuthClient;

/** Whom an access token is for, and what it allows there. */
public final class Audiences {

    private Audiences() {
    }

    /** The resources that were asked for (RFC 8707 section 2); without any the client itself, as the contract has it. */
    public static List<String> of(OAuthClient client, Grant grant) {
        return grant.access().resources().isEmpty() ? List.of(client.clientId()) : grant.access().resources();
    }

    /** The claim {@code authorization_details} (RFC 9396 section 9.1); null without any, which leaves the claim out. */
    static List<Map<String, Object>> details(Grant grant) {
        List<Map<String, Object>> details = new ArrayList<>();
        for (JsonObject detail : grant.access().authorizationDetails()) {
            try {
                details.add(JSONObjectUtils.parse(detail.toString()));
            } catch (ParseException impossible) {
                throw new IllegalStateException("Authorization details are not JSON", impossible);
            }
        }
        return details.isEmpty() ? null : details;
    }
}
