/**
 * Security profiles: OAuth 2.1, FAPI 2.0 Security Profile and FAPI 2.0 Message Signing as one setting of a provider.
 * {@link org.gatehouse.provider.oauth2.profile.ProfileContradictions} says which settings contradict the profile; it is asked when a
 * provider is saved, and again at every request, so that a client whose settings do not keep its profile gets nothing at all.
 * {@link org.gatehouse.provider.oauth2.profile.AuthorizationProfileRules} and
 * {@link org.gatehouse.provider.oauth2.profile.TokenProfileRules} hold what only a request can break. No other class decides by profile
 * what is refused.
 */
package org.gatehouse.provider.oauth2.profile;
