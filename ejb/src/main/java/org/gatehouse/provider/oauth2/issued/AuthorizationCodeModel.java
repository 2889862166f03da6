package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.model.oauth2.AuthorizationCode;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;

/** Authorization codes, used or not, until they expire. */
@ApplicationScoped
public class AuthorizationCodeModel extends IssuedGrantModel<AuthorizationCode> {

    @Inject
    private AuthorizationCodeRepository codes;

    public AuthorizationCodeModel() {
        super(AuthorizationCodeRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_providers_oauth2.authorizationcode";
    }

    @Override
    public String path() {
        return "oauth2/authorization_codes";
    }

    @Override
    protected AuthorizationCodeRepository repository() {
        return codes;
    }

    @Override
    protected Optional<AuthorizationCode> findByNumber(long number) {
        return codes.findByNumber(number);
    }

    @Override
    protected JsonObject more(AuthorizationCode code) {
        return JsonObject.EMPTY_JSON_OBJECT;
    }
}
