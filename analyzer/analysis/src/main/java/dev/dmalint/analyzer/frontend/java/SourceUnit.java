package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.SourceFile;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;
import org.jspecify.annotations.Nullable;

/** A source file as the compiler asks for it. */
final class SourceUnit implements ICompilationUnit {
  private final SourceFile file;

  SourceUnit(SourceFile file) {
    this.file = file;
  }

  String path() {
    return file.path();
  }

  String text() {
    return file.text();
  }

  @Override
  public char[] getContents() {
    return file.text().toCharArray();
  }

  @Override
  public char[] getMainTypeName() {
    String name = file.path().substring(file.path().lastIndexOf('/') + 1);
    return name.substring(0, name.length() - ".java".length()).toCharArray();
  }

  /** {@return null: whatever package the text declares is right} */
  @Override
  @SuppressWarnings("NullAway") // the compiler takes null for "any"
  public char @Nullable [][] getPackageName() {
    return null;
  }

  /** {@return whether the file declares a module or a package, and no types} */
  boolean isInfo() {
    String name = new String(getMainTypeName());
    return name.equals("module-info") || name.equals("package-info");
  }

  @Override
  public ModuleBinding module(LookupEnvironment environment) {
    return environment.UnNamedModule;
  }

  @Override
  public char[] getFileName() {
    return file.path().toCharArray();
  }

  @Override
  public boolean ignoreOptionalProblems() {
    return true;
  }
}
