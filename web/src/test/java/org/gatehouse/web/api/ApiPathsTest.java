package org.gatehouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.gatehouse.type.Model;
import org.junit.jupiter.api.Test;

class ApiPathsTest {

    private static final Model USERS = new FakeModel("authentik_core.user", "core/users", List.of());
    private static final Model SCOPES = new FakeModel("authentik_providers_oauth2.scopemapping", "propertymappings/provider/scope", List.of());

    @Test
    void findsModelsOfTwoAndThreeParts() {
        assertThat(path("core", "users")).contains(new ModelPath(USERS, Optional.empty(), false));
        assertThat(path("core", "users", "5")).contains(new ModelPath(USERS, Optional.of("5"), false));
        assertThat(path("core", "users", "5", "used_by")).contains(new ModelPath(USERS, Optional.of("5"), true));
        assertThat(path("propertymappings", "provider", "scope", "x")).contains(new ModelPath(SCOPES, Optional.of("x"), false));
    }

    @Test
    void findsNothingElse() {
        assertThat(path()).isEmpty();
        assertThat(path("core")).isEmpty();
        assertThat(path("core", "users", "5", "explode")).isEmpty();
        assertThat(path("core", "users", "5", "used_by", "x")).isEmpty();
    }

    @Test
    void onlyFewPathsArePublic() {
        assertThat(PublicPaths.isPublic("/root/config/")).isTrue();
        assertThat(PublicPaths.isPublic("core/brands/current")).isTrue();
        assertThat(PublicPaths.isPublic("/core/brands/")).isFalse();
        assertThat(PublicPaths.isPublic("/schema/x/")).isFalse();
        assertThat(PublicPaths.isFlow("/flows/executor/x/")).isTrue();
        assertThat(PublicPaths.isFlow("/flows/instances/")).isFalse();
    }

    @Test
    void readsExactlyOneBearerToken() {
        assertThat(BearerToken.read(List.of("Bearer abc"))).contains("abc");
        assertThat(BearerToken.read(List.of("bearer abc"))).contains("abc");
        for (List<String> headers : List.of(List.<String>of(), List.of("Bearer"), List.of("Bearer "), List.of("Bearer  a"),
                List.of("Bearer a b"), List.of("Basic abc"), List.of("Bearer a", "Bearer b"), List.of("Bearer a\u00e4"))) {
            assertThat(BearerToken.read(headers)).as(headers.toString()).isEmpty();
        }
    }

    @Test
    void leadsToThePathWithItsSlashAndQuery() {
        assertThat(TrailingSlashFilter.withSlash(URI.create("http://evil.example/api/v3/core/users?page=2"))).isEqualTo("/api/v3/core/users/?page=2");
    }

    private static Optional<ModelPath> path(String... segments) {
        return ModelPath.of(List.of(segments), path -> List.of(USERS, SCOPES).stream().filter(model -> model.path().equals(path)).findFirst());
    }
}
