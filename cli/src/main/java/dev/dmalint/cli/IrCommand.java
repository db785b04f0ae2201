package dev.dmalint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dmalint ir}. */
@Command(
    name = "ir",
    sortOptions = false,
    description = {
      "Prints what the analysis reads of Java files: their code as simple steps.",
      "A step ends with the lines and columns it comes from. What could not be read is told on"
          + " standard error."
    })
final class IrCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Java files.")
  private List<String> files = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "Only methods of that name; <init> is a constructor, <clinit> a static one.")
  private @Nullable String method;

  @Option(
      names = "--classpath",
      paramLabel = "CP",
      description = "Jars and folders of classes, as for a scan. Read, never loaded.")
  private List<String> classPath = new ArrayList<>();

  IrCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return new IrRun(session).run(files, Optional.ofNullable(method), classPath).number();
  }
}
