package dev.dmalint.cli;

import dev.dmalint.scan.Scan;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Where the JVM starts. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    // The JDK translates its messages, and formats numbers as the user's country does.
    Locale.setDefault(Locale.ROOT);
    Surroundings surroundings = Surroundings.ofThisProcess();
    silence(Arrays.asList(arguments).contains("-vv"));
    // Not a method reference: that would load the scan before it is known to be wanted.
    int code =
        new Dmalint(surroundings, (request, progress) -> Scan.run(request, progress))
            .run(arguments);
    System.exit(code);
  }

  /** Parsers print what they stumble over, sources included; none of that is ours to show. */
  private static void silence(boolean debugging) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    if (!debugging) {
      System.setErr(nowhere);
    }
  }
}
