package dev.dmalint.scan.identity;

import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.findings.Gap;
import java.util.List;

/**
 * What the {@code Info.plist} files of a scan say.
 *
 * @param personalities in the order of the files' names
 * @param gaps files and entries that could not be understood
 * @param files names of all files that were looked at
 */
public record DeviceIdentity(List<Personality> personalities, List<Gap> gaps, List<String> files) {
  public DeviceIdentity {
    personalities = List.copyOf(personalities);
    gaps = gaps.stream().sorted().toList();
    files = List.copyOf(files);
  }
}
