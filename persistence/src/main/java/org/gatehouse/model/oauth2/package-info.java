/**
 * Codes and tokens issued by OAuth2 providers, and the authorization requests that are kept until a browser comes. Whatever is good
 * once is used up by one conditional statement: changing a row means having won.
 */
package org.gatehouse.model.oauth2;
