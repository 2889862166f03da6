/**
 * Providers: the ways in which applications authenticate against Gatehouse. {@link org.gatehouse.provider.ApplicationAccess} is
 * the one place that decides whether a user may enter an application; protocols live in packages of their own below.
 */
package org.gatehouse.provider;
