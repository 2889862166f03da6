/**
 * The part of the API about rights that is no plain reading and writing of objects: the catalogue, who has what, giving and taking. Each
 * resource reads a request and calls one use case of {@code org.gatehouse.rbac}, which decides who may.
 */
package org.gatehouse.web.api.rbac;
