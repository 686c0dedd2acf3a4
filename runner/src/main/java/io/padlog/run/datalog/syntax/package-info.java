/** Programs as written. Names keep their dots ({@code component.relation}); nothing is resolved yet. */
package io.padlog.run.datalog.syntax;
