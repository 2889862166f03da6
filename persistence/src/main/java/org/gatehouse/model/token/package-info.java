/**
 * Tokens.
 */
package org.gatehouse.model.token;
