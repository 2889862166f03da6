/**
 * What clients can find out by themselves: metadata, keys, and from which web origins a client's scripts may call. Public, the same for
 * everybody, and without anything that is not meant to be known.
 */
package org.gatehouse.provider.oauth2.metadata;
