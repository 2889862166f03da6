/**
 * What load balancers and Prometheus ask: {@code /-/health/live/}, {@code /-/health/ready/} and {@code /-/metrics/}. Answers say
 * which part is unwell and nothing about how it is built.
 */
package org.gatehouse.web.health;
