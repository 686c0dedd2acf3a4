/** What the parser makes of a translation unit: sealed families of declarations, statements and expressions. */
package io.padlog.extract.syntax;
