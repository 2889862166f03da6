package org.gatehouse.provider.oauth2.protocol;

import java.util.Arrays;
import java.util.Optional;
import org.gatehouse.model.WireName;

/** Reads which answer an authorization request wants, and in which mode. */
final class RequestedResponse {

    private static final String TYPE = "response_type";
    private static final String MODE = "response_mode";

    private RequestedResponse() {
    }

    /** @throws OAuthRefusal {@code invalid_request} when it is missing, {@code unsupported_response_type} when there is no such type */
    static ResponseType type(RequestParameters parameters) {
        return ResponseType.parse(parameters.require(TYPE))
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE, "The response type is not supported."));
    }

    /**
     * The mode that is asked for, or the default of the type.
     *
     * @throws OAuthRefusal {@code invalid_request} when there is no such mode, or it would show tokens in a query (Multiple Response
     *     Type Encoding Practices section 3.0, JARM section 2.3.1)
     */
    static ResponseMode mode(RequestParameters parameters, ResponseType type) {
        ResponseMode mode = parameters.find(MODE).map(name -> named(name, type.defaultMode())
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The response_mode is not supported.")))
                .orElse(type.defaultMode());
        if (type.isFrontChannel() && mode.transport() == ResponseMode.QUERY) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Tokens are not returned in a query.");
        }
        return mode;
    }

    /** How a request is refused that is malformed, perhaps in these very parameters: as it asked as far as that can be told and be done. */
    static ResponseMode modeOfRefusal(RequestParameters parameters) {
        ResponseMode usual = single(parameters, TYPE).filter(RequestedResponse::namesTokens).isPresent()
                ? ResponseMode.FRAGMENT : ResponseMode.QUERY;
        return single(parameters, MODE).flatMap(name -> named(name, usual))
                .filter(mode -> usual == ResponseMode.QUERY || mode.transport() != ResponseMode.QUERY).orElse(usual);
    }

    private static Optional<ResponseMode> named(String name, ResponseMode usual) {
        return name.equals(ResponseMode.JWT) ? Optional.of(usual.signed()) : WireName.find(ResponseMode.class, name);
    }

    private static boolean namesTokens(String type) {
        return Arrays.stream(type.split(" ")).anyMatch(word -> word.equals("token") || word.equals("id_token"));
    }

    private static Optional<String> single(RequestParameters parameters, String name) {
        try {
            return parameters.find(name);
        } catch (OAuthRefusal repeated) {
            return Optional.empty();
        }
    }
}
