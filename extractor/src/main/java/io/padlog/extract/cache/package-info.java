/** Keeps values in files from one run to the next. */
package io.padlog.extract.cache;
