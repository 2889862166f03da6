/**
 * Applications.
 */
package org.gatehouse.model.application;
