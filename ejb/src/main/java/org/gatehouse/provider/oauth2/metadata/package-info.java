/**
 * What clients can find out by themselves: metadata, and from which web origins a client's scripts may call. Public, the same for
 * everybody, and without anything that is not meant to be known. {@link org.gatehouse.provider.oauth2.metadata.MetadataEndpoint} knows no
 * subject; each package says its own lines in a {@link org.gatehouse.provider.oauth2.metadata.MetadataContributor}.
 */
package org.gatehouse.provider.oauth2.metadata;
