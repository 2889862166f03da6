/**
 * The token endpoint. {@link org.gatehouse.provider.oauth2.grant.TokenEndpoint} owns what all grants share: client authentication,
 * whether the client may use the grant, the scopes that are configured now, the application's policies, and issuing. A grant is one
 * {@link org.gatehouse.provider.oauth2.grant.GrantHandler} bean that only redeems what the client brings; where its tokens differ from
 * the usual, it says so in {@link org.gatehouse.provider.oauth2.token.IssueTerms}. Grants without a browser share
 * {@link org.gatehouse.provider.oauth2.grant.ProgramGrants}.
 */
package org.gatehouse.provider.oauth2.grant;
