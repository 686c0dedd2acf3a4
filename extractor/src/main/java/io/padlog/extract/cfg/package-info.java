/** Control-flow graphs: a function's body as nodes that each do one thing, and edges that say when. */
package io.padlog.extract.cfg;
