/**
 * Holds answers of the API against the schema its clients were generated from. Start with {@link org.gatehouse.it.contract.Walk}:
 * it calls an operation, checks status and body ({@link org.gatehouse.it.contract.AnswerCheck}) and keeps the account;
 * {@link org.gatehouse.it.contract.ResourceWalk} takes each kind of object through its life. The schema itself
 * ({@link org.gatehouse.it.contract.PublishedApi}) comes from npm when the tests run and is no part of this project.
 */
package org.gatehouse.it.contract;
