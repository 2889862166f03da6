/**
 * What administrators decide for the whole installation. {@link org.gatehouse.setting.Settings} tells everybody what holds now;
 * {@link org.gatehouse.setting.ManagedSettings} is how administrators change it. Until they have, what the server's configuration says holds
 * ({@link org.gatehouse.setting.ConfiguredDefaults}).
 */
package org.gatehouse.setting;
