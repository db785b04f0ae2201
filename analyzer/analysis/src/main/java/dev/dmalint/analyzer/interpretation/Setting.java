package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.analyzer.identity.DeviceCatalogue;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.models.Universe;
import java.util.List;

/**
 * What all units of one analysis share and none changes.
 *
 * @param universe the models
 * @param hierarchy the classes
 * @param rows the rows of the models; one index a unit, as it remembers what it found
 * @param devices the device database
 * @param personalities what drivers match
 * @param sinks sinks that the configuration declares
 */
record Setting(
    Universe universe,
    Hierarchy hierarchy,
    RowIndex rows,
    DeviceCatalogue devices,
    List<Personality> personalities,
    List<ConfiguredSink> sinks) {}
