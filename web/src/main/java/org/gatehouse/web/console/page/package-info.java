/**
 * Pages of the console that are neither a list nor the form of one object: trying out and applying a blueprint
 * ({@link org.gatehouse.web.console.page.BlueprintPage}), making a key pair ({@link org.gatehouse.web.console.page.CertificatePage}).
 */
package org.gatehouse.web.console.page;
