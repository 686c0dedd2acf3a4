/** Access paths: what each value in a function is called once locals are replaced by what they were last assigned. */
package io.padlog.extract.access;
