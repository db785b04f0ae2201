package dev.dmalint.cli;

import dev.dmalint.findings.Gap;
import dev.dmalint.reports.SafeText;
import dev.dmalint.scan.IrListing;
import dev.dmalint.scan.usage.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Prints the IR of files. A file that gives nothing at all makes the run incomplete; one that is
 * read in part does not.
 */
final class IrRun {
  private final Session session;

  IrRun(Session session) {
    this.session = session;
  }

  ExitCode run(List<String> files, Optional<String> method, List<String> classPath)
      throws UsageException {
    List<Path> paths = ScanArguments.files("FILE", files);
    IrListing listing =
        IrListing.of(
            session.surroundings().directory(), paths, method, ScanArguments.entries(classPath));
    listing.text().lines().forEach(line -> session.out().print(SafeText.of(line) + "\n"));
    session.out().flush();
    for (Gap gap : listing.gaps()) {
      String place = gap.file().isEmpty() ? "" : gap.file() + ":" + gap.line() + ": ";
      session.messages().say(place + gap.message() + " [" + gap.kind().word() + "]");
    }
    return listing.unread() > 0 ? ExitCode.INCOMPLETE : ExitCode.CLEAN;
  }
}
