/**
 * Serves the pictures that administrators have uploaded, to everybody, as login pages show them. See {@code org.gatehouse.file} for what gets
 * in.
 */
package org.gatehouse.web.media;
