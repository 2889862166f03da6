package org.gatehouse.provider.oauth2.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.SubjectType;
import org.gatehouse.provider.oauth2.redirect.MatchingMode;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.url.StrictUrl;

/**
 * Whether a client belongs to the sector whose subjects it wants (OpenID Connect Core 1.0 section 8.1, Dynamic Client Registration 1.0
 * section 5): else anybody could join the sector of somebody else and recognise its users.
 */
@ApplicationScoped
public class SectorCheck {

    private static final String URI = "token_formats.sector_identifier_uri";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_DOCUMENT = 64 * 1024;

    private OutgoingHttp http;

    /** For the container's proxy. */
    protected SectorCheck() {
    }

    @Inject
    public SectorCheck(OutgoingHttp http) {
        this.http = http;
    }

    /** Adds what is wrong; reads the sector's document if there is one. */
    void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        String uri = settings.tokenFormats().sectorIdentifierUri();
        boolean pairwise = settings.tokenFormats().subjectType() == SubjectType.PAIRWISE;
        List<RedirectUri> redirects = SectorIdentifier.authorizing(settings);
        if (pairwise && redirects.stream().anyMatch(redirect -> redirect.matchingMode() != MatchingMode.STRICT)) {
            problems.add("token_formats.subject_type", "Pairwise subjects need redirect URIs without regular expressions.");
        } else if (uri.isEmpty()) {
            if (pairwise && SectorIdentifier.of(settings).isEmpty()) {
                problems.add(URI, "Needed for pairwise subjects, as the redirect URIs do not have one host in common.");
            }
        } else if (StrictUrl.parse(uri).filter(url -> url.scheme().equals("https") && !url.hasFragment()).isEmpty()) {
            problems.add(URI, "Enter an https URL without a fragment.");
        } else {
            checkDocument(uri, redirects, problems);
        }
    }

    private void checkDocument(String uri, List<RedirectUri> redirects, FieldProblems problems) {
        Optional<Set<String>> published = fetch(uri);
        if (published.isEmpty()) {
            problems.add(URI, "No list of redirect URIs can be read there.");
        } else if (!redirects.stream().allMatch(redirect -> redirect.isAmong(published.get()))) {
            problems.add(URI, "The list that is published there lacks a redirect URI of this client.");
        }
    }

    private Optional<Set<String>> fetch(String uri) {
        try {
            OutgoingResponse response = http.send(OutgoingRequest.get(uri).within(PATIENCE).atMost(LONGEST_DOCUMENT));
            return response.isSuccess() ? uris(response.text()) : Optional.empty();
        } catch (OutgoingFailure unreachable) {
            return Optional.empty();
        }
    }

    private static Optional<Set<String>> uris(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            List<JsonValue> values = reader.readArray();
            return values.stream().allMatch(JsonString.class::isInstance)
                    ? Optional.of(values.stream().map(value -> ((JsonString) value).getString()).collect(Collectors.toSet()))
                    : Optional.empty();
        } catch (RuntimeException malformed) {
            // Of no certain kind where the nesting is deeper than the parser likes.
            return Optional.empty();
        }
    }
}
