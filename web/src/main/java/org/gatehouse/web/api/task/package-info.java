/** What is done with jobs beside reading them and setting their times; see {@code org.gatehouse.task}. */
package org.gatehouse.web.api.task;
