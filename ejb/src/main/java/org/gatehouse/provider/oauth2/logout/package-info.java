/**
 * Logout that a client asks for. What ends the login is the provider's invalidation flow; here is decided only where it may lead.
 */
package org.gatehouse.provider.oauth2.logout;
