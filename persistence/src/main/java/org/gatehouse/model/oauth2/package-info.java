/**
 * Codes and tokens issued by OAuth2 providers.
 */
package org.gatehouse.model.oauth2;
