package dev.dmalint.analyzer;

import static java.util.Objects.requireNonNull;

import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.identity.ConfiguredSink;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.models.Universe;
import java.util.List;

/**
 * All that an analysis depends on.
 *
 * @param sources the files, in any order
 * @param universe the loaded models, limited to the worlds to analyse
 * @param rules the rules to run
 * @param personalities what drivers match, from beside the source and from the configuration; those
 *     in the source itself are found by the analysis
 * @param sinks sinks that the configuration declares
 * @param options class path, threads and limits
 */
public record Request(
    List<SourceFile> sources,
    Universe universe,
    List<Rule> rules,
    List<Personality> personalities,
    List<ConfiguredSink> sinks,
    FrontendOptions options) {
  public Request {
    sources = List.copyOf(sources);
    requireNonNull(universe);
    rules = List.copyOf(rules);
    personalities = List.copyOf(personalities);
    sinks = List.copyOf(sinks);
    requireNonNull(options);
  }
}
