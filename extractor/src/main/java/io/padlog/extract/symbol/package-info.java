/** Functions with their linkage, and what refers to them inside a unit. */
package io.padlog.extract.symbol;
