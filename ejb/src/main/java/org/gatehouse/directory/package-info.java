/** Users, groups and their passwords. */
package org.gatehouse.directory;
