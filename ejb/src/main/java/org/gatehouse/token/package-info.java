/**
 * Tokens: keys that stand for a user on the API, in protocols without a browser, and in links. Only the digest of a key is
 * compared; the sealed key exists so that an administrator can see it again, which leaves an event.
 */
package org.gatehouse.token;
