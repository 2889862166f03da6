/**
 * The authorization endpoint. {@link org.gatehouse.provider.oauth2.authorize.AuthorizationEndpoint} settles client and redirect URI first
 * (before that no error is redirected), then asks every {@link org.gatehouse.provider.oauth2.authorize.AuthorizationCheck} in order, and
 * ends in one {@link org.gatehouse.provider.oauth2.authorize.AuthorizationStep}:
 *
 * <pre>
 *   NeedsLogin ──▶ authentication flow ──▶ the same request again
 *   NeedsConsent ──▶ authorization flow ──▶ CodeStage ──▶ client
 *   Issue, Refuse ──▶ client            Forbid ──▶ page
 * </pre>
 *
 * Only {@link org.gatehouse.provider.oauth2.authorize.CodeIssuer} makes what an answer carries, code and tokens together; it asks gate and
 * policies again at that moment. Refusals go back in the mode that was asked for, signed where that is wanted.
 */
package org.gatehouse.provider.oauth2.authorize;
