/**
 * The OpenAPI document of the API, generated from the managed models and the JAX-RS resources: what can be written is described by the same
 * field descriptors that read it, and a resource is found by its annotations, so document and behaviour cannot drift apart. Start with
 * {@link org.gatehouse.web.api.schema.OpenApiDocument}.
 */
package org.gatehouse.web.api.schema;
