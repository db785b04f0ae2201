package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import dev.dmalint.analyzer.ir.Type;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;

/** One resolved file on its way to IR. */
final class UnitLowering {
  private final SourceUnit source;
  private final CompilationUnitDeclaration tree;
  private final Unit unit;

  UnitLowering(
      SourceUnit source,
      CompilationUnitDeclaration tree,
      LookupEnvironment environment,
      Supertypes supertypes,
      Deadline deadline) {
    this.source = source;
    this.tree = tree;
    Positions positions = new Positions(source.path(), source.text());
    Imports imports = new Imports(tree);
    Outline outline = OutlineReader.read(Trees.list(tree.types));
    TypeNames names = new TypeNames(imports, outline);
    this.unit =
        new Unit(
            tree,
            environment,
            positions,
            imports,
            outline,
            names,
            new Gaps(source.path(), positions),
            new Members(names, outline),
            supertypes,
            new Errors(tree.compilationResult),
            deadline);
  }

  /** Notes a type that is not lowered because another file declares it. */
  void leftOut(int offset, String type, String owner) {
    unit.gaps().declaredBefore(offset, type, owner);
  }

  UnitResult result() {
    List<Type> types = new ArrayList<>();
    for (TypePlan plan : unit.outline().types()) {
      unit.supertypes().learn(plan.declaration(), unit.imports());
    }
    for (TypePlan plan : unit.outline().types()) {
      types.add(new TypeLowering(unit, plan).lower());
    }
    for (TypeDeclaration type : Trees.list(tree.types)) {
      if (type.binding == null) {
        unit.gaps().notLowered(type.sourceStart, "type " + new String(type.name));
      }
    }
    new Problems(unit).report();
    return new UnitResult(
        source.path(),
        unit.gaps().state(),
        types,
        new LibraryTypes(unit.names()).all(),
        unit.gaps().all());
  }
}
