package dev.dmalint.analyzer.frontend.java;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** How the compiler is set up: newest language level, no previews, full recovery, no warnings. */
final class CompilerSettings {
  private static final int MOST_PROBLEMS_PER_FILE = 10_000;

  private CompilerSettings() {}

  static CompilerOptions options() {
    Map<String, String> settings = new HashMap<>(new CompilerOptions().getMap());
    settings.replaceAll((key, value) -> isSeverity(value) ? CompilerOptions.IGNORE : value);
    String newest = CompilerOptions.getLatestVersion();
    settings.put(CompilerOptions.OPTION_Source, newest);
    settings.put(CompilerOptions.OPTION_Compliance, newest);
    settings.put(CompilerOptions.OPTION_TargetPlatform, newest);
    settings.put(CompilerOptions.OPTION_DocCommentSupport, CompilerOptions.DISABLED);
    settings.put(CompilerOptions.OPTION_EnablePreviews, CompilerOptions.DISABLED);
    settings.put(CompilerOptions.OPTION_Process_Annotations, CompilerOptions.DISABLED);
    CompilerOptions options = new CompilerOptions(settings);
    options.performMethodsFullRecovery = true;
    options.performStatementsRecovery = true;
    options.suppressWarnings = false;
    options.maxProblemsPerUnit = MOST_PROBLEMS_PER_FILE;
    return options;
  }

  private static boolean isSeverity(String value) {
    return value.equals(CompilerOptions.WARNING) || value.equals(CompilerOptions.INFO);
  }

  static ProblemReporter reporter(CompilerOptions options) {
    return new ProblemReporter(
        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
        options,
        new DefaultProblemFactory(Locale.ROOT));
  }
}
