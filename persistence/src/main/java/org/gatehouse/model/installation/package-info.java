/**
 * What holds for the whole installation: {@link org.gatehouse.model.installation.StoredSettings settings},
 * {@link org.gatehouse.model.installation.MediaFiles pictures} and the {@link org.gatehouse.model.installation.VersionHistory versions} that
 * ran on it. Brands and markers are in {@code org.gatehouse.model.brand}.
 */
package org.gatehouse.model.installation;
