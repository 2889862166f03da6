/**
 * What the API does with people beside reading and writing them: links, logins, acting as somebody else, lists that go in and out. Each
 * resource reads a request and calls one use case of {@code org.gatehouse.directory}, {@code org.gatehouse.session} or
 * {@code org.gatehouse.flow.recovery}; nothing here decides about rights.
 */
package org.gatehouse.web.api.people;
