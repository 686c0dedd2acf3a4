package io.padlog.extract;

import io.padlog.extract.preprocess.Inputs;
import io.padlog.extract.source.Unit;
import java.util.List;
import java.util.Optional;

/**
 * A unit that was read, or that the cache knows.
 *
 * @param inputs what the readings depend on
 * @param known what is made of it, if that is known
 */
record ReadUnit<T>(Unit unit, List<UnitReading> readings, Inputs inputs, Optional<T> known) {}
