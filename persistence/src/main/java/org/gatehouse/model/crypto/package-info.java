/**
 * Certificates and keys.
 */
package org.gatehouse.model.crypto;
