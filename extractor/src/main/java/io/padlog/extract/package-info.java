/** C driver sources to facts: the way in for programs, and what joins the extractor's rooms. */
package io.padlog.extract;
