package dev.dmalint.analyzer.frontend.java;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.env.AccessRestriction;
import org.eclipse.jdt.internal.compiler.env.IBinaryType;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.ISourceType;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.impl.ITypeRequestor;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.PackageBinding;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.AbortCompilation;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/**
 * Files that are parsed, resolved and lowered with one compiler, one after the other. Other files
 * of the run are parsed for their signatures when a name asks for them. Used by one thread; another
 * may watch {@link #current}.
 */
final class Batch implements ITypeRequestor {
  private final SourceIndex sources;
  private final Set<String> plain;
  private final Deadline deadline;
  private final Consumer<UnitResult> delivered;
  private final CompilerOptions options = CompilerSettings.options();
  private final Supertypes supertypes = new Supertypes();
  private final Map<String, List<TypeDeclaration>> foreign = new HashMap<>();
  private final Parser parser;
  private final LookupEnvironment environment;
  private volatile boolean isCompleting;
  private int parsed;
  private volatile Step current = new Step("", 0);

  /** The file at work and when that began, by the nanosecond clock. */
  record Step(String path, long since) {}

  /**
   * @param hidden paths of files that must not be read again
   * @param plain paths of files in which nothing is mended
   */
  Batch(
      SourceIndex sources,
      ClassFiles classes,
      Set<String> hidden,
      Set<String> plain,
      Deadline deadline,
      Consumer<UnitResult> delivered) {
    this.sources = sources;
    this.plain = plain;
    this.deadline = deadline;
    this.delivered = delivered;
    ProblemReporter reporter = CompilerSettings.reporter(options);
    Surroundings surroundings = new Surroundings(sources, classes, hidden, deadline);
    parser = new Parser(reporter, false);
    environment = new LookupEnvironment(this, options, reporter, surroundings);
    environment.mayTolerateMissingType = true;
  }

  /** {@return the file at work} */
  Step current() {
    Step step = current;
    CompilationUnitDeclaration completed = environment.unitBeingCompleted;
    return isCompleting && completed != null
        ? new Step(new String(completed.getFileName()), step.since())
        : step;
  }

  void run(List<SourceUnit> units) {
    List<CompilationUnitDeclaration> trees = new ArrayList<>();
    for (SourceUnit unit : units) {
      begin(unit.path());
      trees.add(declare(unit));
    }
    isCompleting = true;
    environment.completeTypeBindings();
    isCompleting = false;
    trees.forEach(supertypes::learn);
    for (int i = 0; i < trees.size(); i++) {
      begin(units.get(i).path());
      CompilationUnitDeclaration tree = trees.set(i, null);
      delivered.accept(lower(units.get(i), tree));
      tree.cleanUp();
    }
  }

  private void begin(String path) {
    deadline.check();
    current = new Step(path, System.nanoTime());
  }

  private CompilationUnitDeclaration declare(ICompilationUnit unit) {
    CompilationResult result =
        new CompilationResult(unit, parsed, parsed + 1, options.maxProblemsPerUnit);
    result.cacheSource();
    parsed++;
    CompilationUnitDeclaration tree = parser.dietParse(unit, result);
    if (unit instanceof SourceUnit source && source.isInfo()) {
      tree.types = new TypeDeclaration[0];
    } else {
      dropForeignTypes(tree);
      environment.buildTypeBindings(tree, null);
    }
    return tree;
  }

  /** Takes out what another file, earlier in the order of paths, declares already. */
  private void dropForeignTypes(CompilationUnitDeclaration tree) {
    if (tree.types != null && tree.types.length > 0) {
      List<TypeDeclaration> left =
          Arrays.stream(tree.types).filter(type -> isForeign(tree, type)).toList();
      foreign.put(new String(tree.getFileName()), left);
      tree.types =
          Arrays.stream(tree.types)
              .filter(type -> !left.contains(type))
              .toArray(TypeDeclaration[]::new);
    }
  }

  private void tellForeignTypes(UnitLowering lowering, String path, String packageName) {
    for (TypeDeclaration type : foreign.getOrDefault(path, List.of())) {
      String name = new String(type.name);
      SourceUnit owner = sources.owner(packageName, name);
      lowering.leftOut(type.sourceStart, name, owner == null ? "" : owner.path());
    }
  }

  private boolean isForeign(CompilationUnitDeclaration tree, TypeDeclaration type) {
    SourceUnit owner = sources.owner(Trees.packageOf(tree), new String(type.name));
    return owner != null && !owner.path().equals(new String(tree.getFileName()));
  }

  private UnitResult lower(SourceUnit unit, CompilationUnitDeclaration tree) {
    environment.unitBeingCompleted = tree;
    try {
      if (unit.isInfo()) {
        return new UnitLowering(unit, tree, environment, supertypes, deadline).result();
      }
      parser.getMethodBodies(tree);
      if (tree.scope != null) {
        tree.scope.faultInTypes();
      }
      tree.resolve();
      if (!plain.contains(unit.path())) {
        new Mender(tree, environment).mend();
      }
      UnitLowering lowering = new UnitLowering(unit, tree, environment, supertypes, deadline);
      tellForeignTypes(lowering, unit.path(), Trees.packageOf(tree));
      return lowering.result();
    } catch (AbortCompilation aborted) {
      return UnitResult.failed(
          unit.path(), "the compiler gave this file up; nothing of it was analysed");
    } finally {
      environment.unitBeingCompleted = null;
    }
  }

  @Override
  public void accept(IBinaryType type, PackageBinding packageBinding, AccessRestriction none) {
    packageBinding.environment.createBinaryTypeFrom(type, packageBinding, none);
  }

  @Override
  public void accept(ICompilationUnit unit, AccessRestriction none) {
    CompilationUnitDeclaration completed = environment.unitBeingCompleted;
    if (completed != null && Arrays.equals(completed.getFileName(), unit.getFileName())) {
      return;
    }
    Step interrupted = current;
    CompilationUnitDeclaration tree = declare(unit);
    environment.completeTypeBindings(tree);
    supertypes.learn(tree);
    current = new Step(interrupted.path(), interrupted.since());
  }

  @Override
  public void accept(ISourceType[] types, PackageBinding packageBinding, AccessRestriction none) {
    throw new IllegalStateException("sources are handed over as text");
  }
}
