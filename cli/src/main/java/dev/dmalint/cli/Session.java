package dev.dmalint.cli;

import static java.util.Objects.requireNonNull;

import java.io.PrintWriter;

/**
 * What a command works with.
 *
 * @param surroundings the world outside
 * @param settings the options that every command has
 * @param out standard output: data only
 * @param messages standard error: all else
 */
record Session(Surroundings surroundings, Settings settings, PrintWriter out, Messages messages) {
  Session {
    requireNonNull(surroundings);
    requireNonNull(settings);
    requireNonNull(out);
    requireNonNull(messages);
  }

  boolean coloursOutput() {
    return settings.coloursOutput(surroundings);
  }
}
