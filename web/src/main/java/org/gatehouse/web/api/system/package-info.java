/**
 * Operations on the installation itself: settings, files, versions, what kinds of objects there are. Each resource is thin; who may do what
 * is decided in the use case it calls.
 */
package org.gatehouse.web.api.system;
