/**
 * Jobs about certificates: {@link org.gatehouse.crypto.job.CertificateExpiry} warns before they run out,
 * {@link org.gatehouse.crypto.job.CertificateDiscovery} takes over what other programs put into a folder.
 */
package org.gatehouse.crypto.job;
