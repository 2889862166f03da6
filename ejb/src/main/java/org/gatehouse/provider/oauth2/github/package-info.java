/**
 * Logging in with what speaks GitHub's API and not OpenID Connect, as the contract has it: the same authorization and token endpoints under
 * GitHub's addresses, and three resources that describe the user in GitHub's words. Start with
 * {@link org.gatehouse.provider.oauth2.github.GitHubUser}. Invariant: every answer asks {@code PresentedAccess}, as userinfo does, and
 * needs one of GitHub's scopes ({@link org.gatehouse.provider.oauth2.github.GitHubScope}), which the provider has to have among its own.
 */
package org.gatehouse.provider.oauth2.github;
