/**
 * Consents given by users to applications.
 */
package org.gatehouse.model.consent;
