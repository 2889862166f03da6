/**
 * What the settings of a provider have to be before they are saved: one class for each part, called by
 * {@link org.gatehouse.provider.oauth2.OAuth2Provider}. Invariant: a class adds problems to fields and changes nothing; what is saved can
 * be signed, encrypted and answered later without looking again.
 */
package org.gatehouse.provider.oauth2.check;
