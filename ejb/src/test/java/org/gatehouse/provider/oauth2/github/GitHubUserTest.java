package org.gatehouse.provider.oauth2.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GitHubUserTest {

    @Test
    void namesBecomeWhatTheyAreInAddresses() {
        assertThat(GitHubUser.slug("authentik Admins")).isEqualTo("authentik-admins");
        assertThat(GitHubUser.slug("  Ops & Développement / 2 ")).isEqualTo("ops-d-veloppement-2");
    }

    @Test
    void aWiderScopeOpensWhatANarrowerOneDoes() {
        assertThat(GitHubScope.EMAIL.isIn(List.of("user"))).isTrue();
        assertThat(GitHubScope.PROFILE.isIn(List.of("user:email"))).isFalse();
        assertThat(GitHubScope.ORGANIZATION.isIn(List.of("openid", "read:org"))).isTrue();
        assertThat(GitHubScope.anyIn(List.of("openid", "email"))).isFalse();
    }
}
