/**
 * What administrators do with accounts beside writing their fields. {@link org.gatehouse.directory.account.AccountRights} says over
 * whom; each use case asks there first. Invariant: whoever is no superuser gets no power over the account of one.
 */
package org.gatehouse.directory.account;
