/** The tokens of a translation unit after preprocessing (C17 translation phase 4). */
package io.padlog.extract.token;
