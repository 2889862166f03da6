/**
 * Users, groups and their passwords: what they may be changed to, and how a password is checked.
 */
package org.gatehouse.directory;
