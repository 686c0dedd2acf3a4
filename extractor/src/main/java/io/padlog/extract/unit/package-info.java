/** Which files link into one driver: build files where there are any, folders elsewhere. */
package io.padlog.extract.unit;
