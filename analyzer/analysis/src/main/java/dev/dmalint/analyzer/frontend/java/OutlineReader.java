package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.Captor;
import dev.dmalint.analyzer.frontend.java.Outline.LambdaPlan;
import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.ast.AssertStatement;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.Clinit;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FunctionalExpression;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.NameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedSuperReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedThisReference;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SuperReference;
import org.eclipse.jdt.internal.compiler.ast.SwitchStatement;
import org.eclipse.jdt.internal.compiler.ast.ThisReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Walks a resolved file once and makes its {@link Outline}. */
final class OutlineReader extends ASTVisitor {
  private final Outline outline = new Outline();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final IdentityHashMap<LocalVariableBinding, Integer> declaredAt = new IdentityHashMap<>();
  private final List<Creation> creations = new ArrayList<>();
  private final Map<String, Integer> localNames = new HashMap<>();

  /**
   * What encloses the current place: a type, a method or initialiser, or a lambda.
   *
   * @param plan of the type or lambda; null for a method
   * @param code the name that lambdas inside are called after
   */
  private record Level(@Nullable Captor plan, String code, boolean isStatic, Counter lambdas) {}

  /** Counts from 0. */
  private static final class Counter {
    private int next;

    int next() {
      return next++;
    }
  }

  /** An object of a local type is made: the levels around it capture what the type captures. */
  private record Creation(List<Level> around, LocalTypeBinding type) {}

  private OutlineReader() {}

  static Outline read(List<TypeDeclaration> types) {
    OutlineReader reader = new OutlineReader();
    types.forEach(reader::topLevel);
    reader.propagate();
    return reader.outline;
  }

  private void topLevel(TypeDeclaration type) {
    if (type.binding != null) {
      String name = new String(type.binding.constantPoolName()).replace('/', '.');
      members(type, new TypeName(name), false);
    }
  }

  private void members(TypeDeclaration type, TypeName name, boolean hasOuter) {
    TypePlan plan = new TypePlan(type, name, hasOuter, new LinkedHashSet<>());
    outline.add(plan);
    levels.push(new Level(plan, "", false, new Counter()));
    if (type.binding instanceof LocalTypeBinding
        && type.binding.superclass() != null
        && type.binding.superclass().erasure() instanceof LocalTypeBinding local) {
      creations.add(new Creation(List.copyOf(levels), local));
    }
    Trees.list(type.fields).forEach(field -> field(type, field));
    Trees.list(type.methods).forEach(this::method);
    for (TypeDeclaration member : Trees.list(type.memberTypes)) {
      if (member.binding != null) {
        TypeName memberName = new TypeName(name + "$" + new String(member.name));
        members(member, memberName, outline.hasOuter(member.binding));
      }
    }
    levels.pop();
  }

  private void field(TypeDeclaration type, FieldDeclaration field) {
    boolean isStatic = field.isStatic() || field.getKind() == FieldDeclaration.ENUM_CONSTANT;
    MethodScope scope = isStatic ? type.staticInitializerScope : type.initializerScope;
    inCode(
        isStatic ? "static" : "new",
        isStatic,
        () -> {
          if (field instanceof Initializer initializer && initializer.block != null) {
            visit(initializer.block, scope);
            initializer.block.traverse(this, scope);
          } else if (field.initialization != null) {
            field.initialization.traverse(this, scope);
          }
        });
  }

  private void method(AbstractMethodDeclaration method) {
    if (method instanceof Clinit) {
      return;
    }
    String name = method.isConstructor() ? "new" : new String(method.selector);
    inCode(
        name,
        method.isStatic(),
        () -> {
          Trees.list(method.arguments).forEach(argument -> declare(argument.binding));
          if (method.isCompactConstructor() && method.scope != null) {
            Trees.list(method.scope.locals).forEach(this::declare);
          }
          if (method instanceof ConstructorDeclaration constructor
              && constructor.constructorCall != null) {
            constructor.constructorCall.traverse(this, method.scope);
          }
          wake(method.statements);
          for (Statement statement : Trees.list(method.statements)) {
            statement.traverse(this, method.scope);
          }
        });
  }

  private void inCode(String name, boolean isStatic, Runnable walk) {
    levels.push(new Level(null, name, isStatic, new Counter()));
    walk.run();
    levels.pop();
  }

  /** The compiler's own walk passes by types with errors inside; this one does not. */
  static void wake(Statement[] statements) {
    for (Statement statement : Trees.list(statements)) {
      if (statement instanceof TypeDeclaration type) {
        type.ignoreFurtherInvestigation = false;
      }
    }
  }

  @Override
  public boolean visit(Block block, BlockScope scope) {
    wake(block.statements);
    return true;
  }

  @Override
  public boolean visit(SwitchStatement node, BlockScope scope) {
    wake(node.statements);
    return true;
  }

  @Override
  public boolean visit(TypeDeclaration type, BlockScope scope) {
    if (type.binding != null) {
      TypePlan around = enclosingType();
      boolean isAnonymous = (type.bits & ASTNode.IsAnonymousType) != 0;
      String simple = isAnonymous ? "" : new String(type.name);
      String prefix = around.name() + "$";
      int number = localNames.merge(prefix + "/" + simple, 1, Integer::sum);
      boolean hasOuter = !type.binding.isStatic() && !isStaticHere() && !isStaticKind(type);
      members(type, new TypeName(prefix + number + simple), hasOuter);
    }
    return false;
  }

  private static boolean isStaticKind(TypeDeclaration type) {
    int kind = TypeDeclaration.kind(type.modifiers);
    return kind != TypeDeclaration.CLASS_DECL;
  }

  private TypePlan enclosingType() {
    for (Level level : levels) {
      if (level.plan() instanceof TypePlan plan) {
        return plan;
      }
    }
    throw new IllegalStateException("code outside of a type");
  }

  private boolean isStaticHere() {
    for (Level level : levels) {
      if (level.plan() == null) {
        return level.isStatic();
      }
    }
    return false;
  }

  @Override
  public boolean visit(LambdaExpression lambda, BlockScope scope) {
    LambdaPlan plan = plan(lambda);
    levels.push(new Level(plan, "", false, new Counter()));
    return true;
  }

  @Override
  public void endVisit(LambdaExpression lambda, BlockScope scope) {
    levels.pop();
  }

  private LambdaPlan plan(FunctionalExpression expression) {
    String code = "";
    int number = 0;
    for (Level level : levels) {
      if (level.plan() == null && code.isEmpty()) {
        code = level.code();
      } else if (level.plan() instanceof TypePlan) {
        number = level.lambdas().next();
        break;
      }
    }
    LambdaPlan plan = new LambdaPlan("lambda$" + code + "$" + number, number);
    outline.add(expression, plan);
    return plan;
  }

  @Override
  public boolean visit(ReferenceExpression reference, BlockScope scope) {
    plan(reference);
    if (reference.isConstructorReference()) {
      create(reference.lhs.resolvedType);
    }
    return true;
  }

  @Override
  public boolean visit(LocalDeclaration declaration, BlockScope scope) {
    declare(declaration.binding);
    return true;
  }

  @Override
  public boolean visit(Argument argument, BlockScope scope) {
    declare(argument.binding);
    return true;
  }

  private void declare(@Nullable LocalVariableBinding variable) {
    if (variable != null) {
      declaredAt.put(variable, levels.size());
    }
  }

  @Override
  public boolean visit(SingleNameReference name, BlockScope scope) {
    use(name);
    return true;
  }

  @Override
  public boolean visit(QualifiedNameReference name, BlockScope scope) {
    use(name);
    return true;
  }

  private void use(NameReference name) {
    if (name.binding instanceof LocalVariableBinding variable) {
      use(variable, levels);
    } else if (!(name.binding instanceof TypeBinding)
        && !(name.binding instanceof FieldBinding field && field.isStatic())) {
      markThis();
    }
  }

  private boolean use(LocalVariableBinding variable, Iterable<Level> around) {
    Integer declared = declaredAt.get(variable);
    if (declared == null) {
      return false;
    }
    boolean changed = false;
    int depth = 0;
    for (Level ignored : around) {
      depth++;
    }
    for (Level level : around) {
      boolean holds =
          level.plan() instanceof LambdaPlan
              || (level.plan() instanceof TypePlan plan
                  && plan.declaration().binding instanceof LocalTypeBinding);
      if (depth > declared && holds && level.plan() != null) {
        changed |= level.plan().captured().add(variable);
      }
      depth--;
    }
    return changed;
  }

  @Override
  public boolean visit(ThisReference reference, BlockScope scope) {
    if (!reference.isImplicitThis()) {
      markThis();
    }
    return true;
  }

  @Override
  public boolean visit(QualifiedThisReference reference, BlockScope scope) {
    markThis();
    return true;
  }

  @Override
  public boolean visit(SuperReference reference, BlockScope scope) {
    markThis();
    return true;
  }

  @Override
  public boolean visit(QualifiedSuperReference reference, BlockScope scope) {
    markThis();
    return true;
  }

  @Override
  public boolean visit(MessageSend call, BlockScope scope) {
    if (call.receiver.isImplicitThis() && (call.binding == null || !call.binding.isStatic())) {
      markThis();
    }
    return true;
  }

  private void markThis() {
    if (isStaticHere()) {
      return;
    }
    for (Level level : levels) {
      if (level.plan() instanceof LambdaPlan lambda) {
        lambda.useThis();
      } else if (level.plan() instanceof TypePlan) {
        return;
      }
    }
  }

  @Override
  public boolean visit(AssertStatement check, BlockScope scope) {
    outline.useAsserts(enclosingType().declaration());
    return true;
  }

  @Override
  public boolean visit(AllocationExpression creation, BlockScope scope) {
    create(creation.resolvedType);
    return true;
  }

  @Override
  public boolean visit(QualifiedAllocationExpression creation, BlockScope scope) {
    if (creation.anonymousType != null) {
      creation.anonymousType.ignoreFurtherInvestigation = false;
      markThis();
    }
    create(creation.resolvedType);
    return true;
  }

  private void create(@Nullable TypeBinding type) {
    TypeBinding erased = Erasure.of(type);
    if (erased instanceof LocalTypeBinding local) {
      creations.add(new Creation(List.copyOf(levels), local));
      markThis();
    } else if (erased instanceof ReferenceBinding reference && outline.hasOuter(reference)) {
      markThis();
    }
  }

  private void propagate() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Creation creation : creations) {
        TypePlan plan = outline.local(creation.type());
        if (plan != null) {
          for (LocalVariableBinding variable : List.copyOf(plan.captured())) {
            changed |= use(variable, creation.around());
          }
        }
      }
    }
  }
}
