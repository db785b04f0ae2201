package dev.dmalint.machine.command;

import dev.dmalint.iokit.IOService;
import dev.dmalint.machine.DriverRun;
import dev.dmalint.machine.DriverRun.Outcome;
import dev.dmalint.machine.DriverRun.Target;
import dev.dmalint.models.World;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;

/**
 * Runs a compiled driver on machines. Words: {@code class=NAME}, {@code classpath=ENTRY}, {@code
 * platform=ID}, {@code world=ID}, {@code device=VENDOR:DEVICE}, {@code seed=N}, {@code steps=N},
 * {@code timeout=SECONDS}, {@code collisions}, {@code trace}, {@code json}; and what an identity
 * file says: {@code pci-match=}, {@code pci-class-match=}, {@code personality=ORIGIN}.
 */
public final class RunTool implements ToolProvider {
  /** The name it is found by. */
  public static final String NAME = "dmalint-run";

  private static final int WORKS = 0;
  private static final int WENT_WRONG = 1;
  private static final int USAGE = 2;

  /** For the service loader. */
  public RunTool() {}

  @Override
  public String name() {
    return NAME;
  }

  /**
   * Runs.
   *
   * @param out the report
   * @param err one sentence where there is no report
   * @param words as above
   * @return 0 if it worked everywhere, 1 if something went wrong, 2 if the words cannot be followed
   */
  @Override
  public int run(PrintWriter out, PrintWriter err, String... words) {
    try {
      RunRequest request = RunRequest.of(words);
      RunReport report = report(request);
      if (request.json()) {
        report.json(out);
      } else {
        report.text(out);
      }
      out.flush();
      return report.isClean() ? WORKS : WENT_WRONG;
    } catch (BadRequest wrong) {
      err.print(wrong.getMessage());
      err.flush();
      return USAGE;
    }
  }

  private static RunReport report(RunRequest request) {
    DriverLoader loader = new DriverLoader(request.classPath());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return report(request, loader.driver(request.driver()));
    } catch (LinkageError missing) {
      throw new BadRequest(DriverLoader.explained(missing), missing);
    } finally {
      thread.setContextClassLoader(before);
      loader.shut();
    }
  }

  private static RunReport report(RunRequest request, Class<? extends IOService> driver) {
    Optional<DeviceChoice> device = request.device().or(() -> DeviceChoice.annotated(driver));
    Target target = device.map(DeviceChoice::target).orElse(Target.UNKNOWN);
    List<Outcome> outcomes = new ArrayList<>();
    for (World world : request.worlds()) {
      outcomes.add(DriverRun.run(driver, world, request.options(), target, request.budget()));
    }
    String text =
        device
            .map(DeviceChoice::text)
            .orElse("unknown (--device names one): each number like an address is taken for one");
    return new RunReport(driver.getName(), text, request.full(), outcomes);
  }
}
