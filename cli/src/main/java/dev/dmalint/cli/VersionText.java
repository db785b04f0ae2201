package dev.dmalint.cli;

import dev.dmalint.scan.Version;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"dmalint " + Version.current()};
  }
}
