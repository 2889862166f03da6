/**
 * Lists of users that come in and go out as CSV (RFC 4180). {@link org.gatehouse.directory.transfer.UserImport} is the one way in for API,
 * console and command line; {@link org.gatehouse.directory.transfer.UserExport} the way out. A file is read as a stream, twice: once to
 * find everything that is wrong, by line and column, and once to store, five hundred accounts to a statement. Invariants: what a file
 * makes obeys the same rules as what the API makes, and no file is ever held in memory as a whole.
 */
package org.gatehouse.directory.transfer;
