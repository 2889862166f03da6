/**
 * The policy type {@code geoip}: where a login comes from. Start with {@link org.gatehouse.policy.geoip.GeoIpPolicy}.
 */
package org.gatehouse.policy.geoip;
