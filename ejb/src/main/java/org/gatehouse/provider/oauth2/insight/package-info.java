/**
 * What administrators look at to set a client up: {@link org.gatehouse.provider.oauth2.insight.SetupUrls}, the addresses to type into
 * it, and {@link org.gatehouse.provider.oauth2.insight.ClaimsPreview}, what it would be told about a user. Nothing here changes
 * anything or issues a token.
 */
package org.gatehouse.provider.oauth2.insight;
