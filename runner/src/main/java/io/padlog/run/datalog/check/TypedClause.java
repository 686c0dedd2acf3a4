package io.padlog.run.datalog.check;

import io.padlog.run.datalog.syntax.Argument;
import java.util.List;
import java.util.Map;

/** A clause and what was found out about it. */
record TypedClause(FlatClause clause, Map<Argument.Aggregate, List<String>> outer, Inference inference) {}
