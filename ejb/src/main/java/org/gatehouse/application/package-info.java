/** Applications as users see them. */
package org.gatehouse.application;
