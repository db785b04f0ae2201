package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.heap.Region;
import dev.dmalint.analyzer.heap.Whole;
import dev.dmalint.analyzer.space.Address;
import dev.dmalint.findings.SourceSpan;
import dev.dmalint.models.WorldSet;

/** An address that the CPU wrote into memory which a device may read. */
record MemoryStore(
    Region region, Whole offset, int width, Address address, WorldSet worlds, SourceSpan at) {}
