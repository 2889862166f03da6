/**
 * The HTTP side of the OAuth2 provider: one small servlet per endpoint, which parses, calls the endpoint of the same name in
 * {@code org.gatehouse.provider.oauth2}, and writes the answer. {@link org.gatehouse.web.oauth2.OAuthAnswers} is the only place that
 * writes errors. Nothing is decided here.
 */
package org.gatehouse.web.oauth2;
