package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Instruction.CallKind;
import dev.dmalint.analyzer.ir.Instruction.FieldStore;
import dev.dmalint.analyzer.ir.Instruction.Unary;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.analyzer.ir.UnaryOperator;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ExplicitConstructorCall;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** Constructors and initialisers. */
final class ClassParts {
  private static final TypeName CLASS = new TypeName("java.lang.Class");

  private final Unit unit;
  private final Owner owner;
  private final TypeDeclaration declaration;

  ClassParts(Unit unit, Owner owner) {
    this.unit = unit;
    this.owner = owner;
    this.declaration = owner.plan().declaration();
  }

  Method constructor(ConstructorDeclaration node) {
    SourceSpan at = MethodLowering.nameOf(unit, node);
    MethodLowering lowering = new MethodLowering(unit, owner, false);
    lowering.declareLeading();
    if (node.isCompactConstructor()) {
      new RecordParts(unit, owner).declare(lowering, node);
    } else {
      lowering.declare(node.arguments);
    }
    lowering.captureAll(at);
    Body body = lowering.body();
    body.statements.afterConstruction(() -> initialise(body));
    if (node.constructorCall != null) {
      body.statements.construct(node.constructorCall);
    } else if (!callsLater(node)) {
      initialise(body);
    }
    body.statements.all(Trees.list(node.statements));
    if (node.isCompactConstructor()) {
      new RecordParts(unit, owner).store(body, at);
    }
    body.exits.fallOff(node.bodyEnd > 0 ? unit.span(node.bodyEnd, node.bodyEnd) : at);
    int modifiers = node.binding == null ? node.modifiers : node.binding.modifiers;
    Set<Flag> flags = Flags.ofMethod(modifiers);
    return lowering.method(
        "<init>", TypeName.VOID, flags, new Annotations(unit).of(node.annotations), at);
  }

  private static boolean callsLater(ConstructorDeclaration node) {
    for (Statement statement : Trees.list(node.statements)) {
      if (statement instanceof ExplicitConstructorCall) {
        return true;
      }
    }
    return false;
  }

  /** The constructor of an anonymous class whose superclass nothing declares. */
  Method lostConstructor() {
    SourceSpan at = unit.positions().of(declaration);
    MethodLowering lowering = new MethodLowering(unit, owner, false);
    lowering.declareLeading();
    List<Local> arguments = new ArrayList<>();
    List<Expression> given =
        declaration.allocation == null ? List.of() : Trees.list(declaration.allocation.arguments);
    for (Expression argument : given) {
      TypeName type = unit.names().of(argument.resolvedType);
      arguments.add(lowering.parameter("$anonymous" + arguments.size(), type, List.of()));
    }
    lowering.captureAll(at);
    Body body = lowering.body();
    TypeName superclass = Supertypes.superclass(declaration, unit.names()).orElse(TypeName.OBJECT);
    new Constructors(body).unresolvedSuper(at, superclass, arguments);
    initialise(body);
    body.exits.fallOff(at);
    return lowering.method("<init>", TypeName.VOID, EnumSet.of(Flag.SYNTHETIC), List.of(), at);
  }

  /** Field and instance initialisers, in their order. */
  private void initialise(Body body) {
    for (FieldDeclaration field : Trees.list(declaration.fields)) {
      if (!isStatic(field)) {
        initialise(body, field, Optional.of(body.variables.self().local()));
      }
    }
  }

  private boolean isStatic(FieldDeclaration field) {
    return field.isStatic()
        || field.getKind() == FieldDeclaration.ENUM_CONSTANT
        || (field.binding != null && field.binding.isStatic())
        || declaration.binding.isInterface();
  }

  private void initialise(Body body, FieldDeclaration field, Optional<Local> object) {
    if (field instanceof Initializer initializer) {
      if (initializer.block != null) {
        body.statements.block(initializer.block);
      }
    } else if (field.initialization != null) {
      TypeBinding type = field.binding == null ? null : Erasure.of(field.binding.type);
      Value value = body.expressions.converted(field.initialization, type);
      if (type == null && !Erasure.isReference(value.type())) {
        return;
      }
      FieldName name =
          field.binding == null
              ? unit.members().unresolved(owner.name(), field)
              : unit.members().field(field.binding);
      SourceSpan at = unit.span(field.sourceStart, field.initialization.sourceEnd);
      body.add(new FieldStore(at, object, name, value.local()));
    }
  }

  /** {@return the method {@code <clinit>}, if there is anything to do in it} */
  Optional<Method> staticInitialiser() {
    List<FieldDeclaration> fields =
        Trees.list(declaration.fields).stream().filter(this::isStatic).toList();
    boolean isNeeded =
        unit.outline().asserts(declaration)
            || fields.stream()
                .anyMatch(field -> field instanceof Initializer || field.initialization != null);
    if (!isNeeded) {
      return Optional.empty();
    }
    SourceSpan at = unit.positions().of(declaration);
    MethodLowering lowering = new MethodLowering(unit, owner, true);
    Body body = lowering.body();
    if (unit.outline().asserts(declaration)) {
      askForAssertions(body, at);
    }
    int ordinal = 0;
    EnumParts constants = new EnumParts(unit, owner);
    boolean inConstants = false;
    for (FieldDeclaration field : fields) {
      if (field.getKind() == FieldDeclaration.ENUM_CONSTANT) {
        constants.constant(body, field, ordinal++);
        inConstants = true;
      } else {
        if (inConstants) {
          constants.storeValues(body, at);
          inConstants = false;
        }
        initialise(body, field, Optional.empty());
      }
    }
    if (inConstants) {
      constants.storeValues(body, at);
    }
    body.exits.fallOff(at);
    Set<Flag> flags = EnumSet.of(Flag.STATIC, Flag.SYNTHETIC);
    return Optional.of(lowering.method("<clinit>", TypeName.VOID, flags, List.of(), at));
  }

  private void askForAssertions(Body body, SourceSpan at) {
    Local type = body.constant(at, CLASS, new Literal.TypeOf(owner.name()));
    MethodName status = Known.method("java.lang.Class", "desiredAssertionStatus", TypeName.BOOLEAN);
    Local enabled =
        new Known(body).call(at, CallKind.VIRTUAL, status, Optional.of(type), List.of());
    Local disabled = body.temporary(TypeName.BOOLEAN);
    body.add(new Unary(at, disabled, UnaryOperator.NOT, enabled));
    FieldName name = new FieldName(owner.name(), Statements.ASSERTIONS_DISABLED, TypeName.BOOLEAN);
    body.add(new FieldStore(at, Optional.empty(), name, disabled));
  }
}
