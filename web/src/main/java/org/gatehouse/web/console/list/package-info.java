/**
 * Lists of the console. {@link org.gatehouse.web.console.list.ObjectList} is the page, {@link org.gatehouse.web.console.list.ObjectRows}
 * reads page by page, {@link org.gatehouse.web.console.list.ListFilters} narrows down, {@link org.gatehouse.web.console.list.BulkActions}
 * does one thing to many objects. Every read and write is one of {@link org.gatehouse.type.ManagedModels} in the person's name.
 */
package org.gatehouse.web.console.list;
