package dev.dmalint.replay;

import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.frontend.Lowered;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.analyzer.frontend.java.JavaFrontend;
import dev.dmalint.analyzer.ir.IrVerifier;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Interpreter;
import dev.dmalint.replay.interpreter.Options;
import dev.dmalint.replay.interpreter.Outcome;
import dev.dmalint.replay.interpreter.Universe;
import dev.dmalint.replay.library.Library;
import java.util.List;

/** Programs as the interpreter runs them. */
public final class Interpreted {
  private final Lowered lowered;
  private final Universe universe;
  private final Library library;

  private Interpreted(Lowered lowered, Library library) {
    this.lowered = lowered;
    this.library = library;
    this.universe = library.with(lowered.program());
  }

  /** {@return the programs, lowered and linked with the library} */
  public static Interpreted of(List<ProgramText> programs, Library library) {
    List<SourceFile> files =
        programs.stream()
            .map(program -> new SourceFile(program.name() + ".java", program.text()))
            .toList();
    return new Interpreted(
        new JavaFrontend().lower(files, new FrontendOptions(List.of(), 1, 60)), library);
  }

  /** {@return what the front end and the verifier complain of} */
  public List<String> faults() {
    List<String> faults = new java.util.ArrayList<>(IrVerifier.faults(lowered.program()));
    lowered.gaps().forEach(gap -> faults.add(gap.toString()));
    return faults;
  }

  public Outcome outcome(String name, Options options) {
    MethodName run = new MethodName(new TypeName(name), "run", List.of(), TypeName.STRING);
    return new Interpreter(universe, library.natives(universe), options).call(run, List.of());
  }

  /** {@return what {@code static String run()} of a class gives, or what it throws} */
  public String run(String name, boolean assertions) {
    Options options = assertions ? Options.usual().asserting() : Options.usual();
    Outcome outcome = outcome(name, options);
    if (outcome instanceof Outcome.Finished finished) {
      return finished.value().toString();
    }
    if (outcome instanceof Outcome.Threw threw) {
      return "threw " + threw.type() + threw.message().map(text -> ": " + text).orElse("");
    }
    return outcome.toString();
  }
}
