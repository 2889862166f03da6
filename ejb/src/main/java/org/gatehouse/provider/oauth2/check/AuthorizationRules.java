package org.gatehouse.provider.oauth2.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.assurance.AcrFlow;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
import org.gatehouse.type.FieldProblems;

/** What of the settings of authorization requests has to fit together. */
public final class AuthorizationRules {

    private static final String PATH = "authorization_requests.";

    private AuthorizationRules() {
    }

    /** Adds a problem for each response type that the grant types do not permit, and for each context that has two flows. */
    public static void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        List<ResponseType> types = settings.authorizationRequests().responseTypes();
        for (int i = 0; i < types.size(); i++) {
            if (!settings.allows(types.get(i))) {
                problems.add(PATH + "response_types." + i, "The grant types do not permit this response type.");
            }
        }
        List<AcrFlow> flows = settings.authorizationRequests().acrFlows();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < flows.size(); i++) {
            if (!seen.add(flows.get(i).acr())) {
                problems.add(PATH + "acr_flows." + i + ".acr", "There is a flow for this already.");
            }
        }
    }
}
