/** What padlog's queries hold: the fact schema, the rules and their documentation, the API tables. */
package io.padlog.run.catalog;
