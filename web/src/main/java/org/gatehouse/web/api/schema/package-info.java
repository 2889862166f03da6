/**
 * The OpenAPI document of the API, generated from the managed models: what can be written is described by the same field
 * descriptors that read it, so document and behaviour cannot drift apart. Start with
 * {@link org.gatehouse.web.api.schema.OpenApiDocument}.
 */
package org.gatehouse.web.api.schema;
