package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Clinit;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.MethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.ExtraCompilerModifiers;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;

/** One type with its members; nested types are types of their own. */
final class TypeLowering {
  private static final Set<Flag> KEPT = EnumSet.of(Flag.FINAL, Flag.SYNTHETIC);

  private final Unit unit;
  private final TypeDeclaration declaration;
  private final Owner owner;
  private final List<Method> methods = new ArrayList<>();

  TypeLowering(Unit unit, TypePlan plan) {
    this.unit = unit;
    this.declaration = plan.declaration();
    this.owner = new Owner(plan);
  }

  Type lower() {
    ClassParts parts = new ClassParts(unit, owner);
    for (AbstractMethodDeclaration method : Trees.list(declaration.methods)) {
      if (method instanceof ConstructorDeclaration constructor) {
        methods.add(parts.constructor(constructor));
      } else if (!(method instanceof Clinit)) {
        methods.add(method(method));
      }
    }
    boolean hasConstructor = methods.stream().anyMatch(method -> method.name().isConstructor());
    if (!hasConstructor && !declaration.binding.isInterface() && !isRecord()) {
      methods.add(parts.lostConstructor());
    }
    if (isRecord()) {
      methods.addAll(new RecordParts(unit, owner).missing(methods));
    }
    if (isEnum()) {
      methods.addAll(new EnumParts(unit, owner).methods());
    }
    methods.addAll(new Bridges(unit, owner, methods).all());
    parts.staticInitialiser().ifPresent(methods::add);
    methods.addAll(owner.lambdas());
    return type();
  }

  private boolean isRecord() {
    return TypeDeclaration.kind(declaration.modifiers) == TypeDeclaration.RECORD_DECL;
  }

  private boolean isEnum() {
    return TypeDeclaration.kind(declaration.modifiers) == TypeDeclaration.ENUM_DECL;
  }

  private Type type() {
    return new Type(
        owner.name(),
        Supertypes.superclass(declaration, unit.names()),
        Supertypes.interfaces(declaration, unit.names()),
        Flags.ofType(declaration),
        new Annotations(unit).of(declaration.annotations),
        fields(),
        distinct(),
        at());
  }

  private SourceSpan at() {
    return unit.positions().of(declaration);
  }

  /** Of methods that are declared twice the first counts. */
  private List<Method> distinct() {
    Set<String> seen = new HashSet<>();
    List<Method> first = new ArrayList<>();
    for (Method method : methods) {
      if (seen.add(method.name().signature())) {
        first.add(method);
      } else {
        unit.gaps().notLowered(declaration.sourceStart, "a second " + method.name().signature());
      }
    }
    return first;
  }

  private Method method(AbstractMethodDeclaration method) {
    MethodLowering lowering = new MethodLowering(unit, owner, method.isStatic());
    lowering.declare(method.arguments);
    TypeName result = result(method);
    boolean hasBody = hasBody(method);
    if (hasBody) {
      Body body = lowering.body();
      body.exits.result(
          method.binding == null ? returnType(method) : Erasure.of(method.binding.returnType));
      body.statements.all(Trees.list(method.statements));
      body.exits.fallOff(unit.span(method.bodyEnd, method.bodyEnd));
    }
    int modifiers = method.binding == null ? method.modifiers : method.binding.modifiers;
    return lowering.method(
        new String(method.selector),
        result,
        Flags.ofMethod(modifiers),
        new Annotations(unit).of(method.annotations),
        MethodLowering.nameOf(unit, method),
        hasBody);
  }

  private static org.eclipse.jdt.internal.compiler.lookup.@org.jspecify.annotations.Nullable
      TypeBinding
      returnType(AbstractMethodDeclaration method) {
    return method instanceof MethodDeclaration declared && declared.returnType != null
        ? Erasure.of(declared.returnType.resolvedType)
        : null;
  }

  private TypeName result(AbstractMethodDeclaration method) {
    if (method.binding != null && method.binding.returnType != null) {
      return unit.names().of(method.binding.returnType);
    }
    return method instanceof MethodDeclaration declared && declared.returnType != null
        ? unit.names().of(declared.returnType)
        : TypeName.OBJECT;
  }

  private static boolean hasBody(AbstractMethodDeclaration method) {
    return !method.isAbstract()
        && !method.isNative()
        && (method.modifiers & ExtraCompilerModifiers.AccSemicolonBody) == 0;
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    if (isRecord()) {
      fields.addAll(new RecordParts(unit, owner).fields());
    }
    for (FieldDeclaration field : Trees.list(declaration.fields)) {
      if (field.binding != null) {
        fields.add(field(field));
      } else if (!(field instanceof Initializer)) {
        String name = new String(field.name);
        if (fields.stream().anyMatch(other -> other.name().name().equals(name))) {
          unit.gaps().notLowered(field.sourceStart, "a second field " + name);
        } else {
          fields.add(unresolved(field));
        }
      }
    }
    if (isEnum()) {
      fields.add(new EnumParts(unit, owner).valuesField());
    }
    if (owner.plan().hasOuter()) {
      fields.add(kept(unit.members().outer(owner.binding())));
    }
    for (LocalVariableBinding variable : owner.plan().captured()) {
      fields.add(kept(unit.members().captured(owner.binding(), variable)));
    }
    if (unit.outline().asserts(declaration)) {
      FieldName name =
          new FieldName(owner.name(), Statements.ASSERTIONS_DISABLED, TypeName.BOOLEAN);
      Set<Flag> flags = EnumSet.of(Flag.STATIC, Flag.FINAL, Flag.SYNTHETIC);
      fields.add(new Field(name, flags, List.of(), at()));
    }
    return fields;
  }

  private Field kept(FieldName name) {
    return new Field(name, KEPT, List.of(), at());
  }

  /** A field that the compiler dropped because its type is missing or has a missing part. */
  private Field unresolved(FieldDeclaration field) {
    return new Field(
        unit.members().unresolved(owner.name(), field),
        Flags.ofField(field.modifiers),
        new Annotations(unit).of(field.annotations),
        unit.positions().of(field));
  }

  private Field field(FieldDeclaration field) {
    return new Field(
        unit.members().field(field.binding),
        Flags.ofField(field.binding.modifiers),
        new Annotations(unit).of(field.annotations),
        unit.positions().of(field));
  }
}
