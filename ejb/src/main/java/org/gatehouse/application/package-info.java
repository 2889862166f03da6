/**
 * Applications: what users open and what providers let in. {@link org.gatehouse.application.ApplicationModel} is how
 * administrators manage them, {@link org.gatehouse.application.LaunchableApplications} how users see them. Whether a user may
 * enter is not decided here but in {@link org.gatehouse.provider.ApplicationAccess}.
 */
package org.gatehouse.application;
