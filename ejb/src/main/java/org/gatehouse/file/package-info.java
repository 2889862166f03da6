/**
 * Pictures that administrators upload for applications, brands and flows. {@link org.gatehouse.file.ManagedFiles} takes and lists them,
 * {@link org.gatehouse.file.MediaAddress} says where a picture that is named somewhere is found. What is not a picture by its first bytes,
 * or is one that could run script, never gets in.
 */
package org.gatehouse.file;
