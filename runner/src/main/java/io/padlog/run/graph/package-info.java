/** Graphs as people look at them, and where their parts lie in a picture. */
package io.padlog.run.graph;
