/**
 * The REST API, wire-compatible with authentik's: resources parse and write, the domain decides.
 */
package org.gatehouse.web.api;
