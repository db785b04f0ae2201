package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.frontend.java.Outline.LambdaPlan;
import dev.dmalint.analyzer.frontend.java.Outline.TypePlan;
import dev.dmalint.analyzer.ir.TypeName;
import java.util.HashMap;
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
  private final Nesting nesting = new Nesting();
  private final Map<String, Integer> localNames = new HashMap<>();

  private OutlineReader() {}

  static Outline read(List<TypeDeclaration> types) {
    OutlineReader reader = new OutlineReader();
    types.forEach(reader::topLevel);
    reader.nesting.propagate(reader.outline);
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
    nesting.enter(plan);
    if (type.binding instanceof LocalTypeBinding
        && type.binding.superclass() != null
        && type.binding.superclass().erasure() instanceof LocalTypeBinding local) {
      nesting.create(local);
    }
    Trees.list(type.fields).forEach(field -> field(type, field));
    Trees.list(type.methods).forEach(this::method);
    for (TypeDeclaration member : Trees.list(type.memberTypes)) {
      if (member.binding != null) {
        TypeName memberName = new TypeName(name + "$" + new String(member.name));
        members(member, memberName, outline.hasOuter(member.binding));
      }
    }
    nesting.leave();
  }

  private void field(TypeDeclaration type, FieldDeclaration field) {
    boolean isStatic = field.isStatic() || field.getKind() == FieldDeclaration.ENUM_CONSTANT;
    MethodScope scope = isStatic ? type.staticInitializerScope : type.initializerScope;
    nesting.inCode(
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
    nesting.inCode(
        name,
        method.isStatic(),
        () -> {
          Trees.list(method.arguments).forEach(argument -> nesting.declare(argument.binding));
          if (method.isCompactConstructor() && method.scope != null) {
            Trees.list(method.scope.locals).forEach(nesting::declare);
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
      TypePlan around = nesting.enclosingType();
      boolean isAnonymous = (type.bits & ASTNode.IsAnonymousType) != 0;
      String simple = isAnonymous ? "" : new String(type.name);
      String prefix = around.name() + "$";
      int number = localNames.merge(prefix + "/" + simple, 1, Integer::sum);
      boolean hasOuter = !type.binding.isStatic() && !nesting.isStatic() && !isStaticKind(type);
      members(type, new TypeName(prefix + number + simple), hasOuter);
    }
    return false;
  }

  private static boolean isStaticKind(TypeDeclaration type) {
    int kind = TypeDeclaration.kind(type.modifiers);
    return kind != TypeDeclaration.CLASS_DECL;
  }

  @Override
  public boolean visit(LambdaExpression lambda, BlockScope scope) {
    LambdaPlan plan = plan(lambda);
    nesting.enter(plan);
    return true;
  }

  @Override
  public void endVisit(LambdaExpression lambda, BlockScope scope) {
    nesting.leave();
  }

  private LambdaPlan plan(FunctionalExpression expression) {
    LambdaPlan plan = nesting.nextLambda();
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
    nesting.declare(declaration.binding);
    return true;
  }

  @Override
  public boolean visit(Argument argument, BlockScope scope) {
    nesting.declare(argument.binding);
    return true;
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
      nesting.use(variable);
    } else if (!(name.binding instanceof TypeBinding)
        && !(name.binding instanceof FieldBinding field && field.isStatic())) {
      nesting.useThis();
    }
  }

  @Override
  public boolean visit(ThisReference reference, BlockScope scope) {
    if (!reference.isImplicitThis()) {
      nesting.useThis();
    }
    return true;
  }

  @Override
  public boolean visit(QualifiedThisReference reference, BlockScope scope) {
    nesting.useThis();
    return true;
  }

  @Override
  public boolean visit(SuperReference reference, BlockScope scope) {
    nesting.useThis();
    return true;
  }

  @Override
  public boolean visit(QualifiedSuperReference reference, BlockScope scope) {
    nesting.useThis();
    return true;
  }

  @Override
  public boolean visit(MessageSend call, BlockScope scope) {
    if (call.receiver.isImplicitThis() && (call.binding == null || !call.binding.isStatic())) {
      nesting.useThis();
    }
    return true;
  }

  @Override
  public boolean visit(AssertStatement check, BlockScope scope) {
    outline.useAsserts(nesting.enclosingType().declaration());
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
      nesting.useThis();
    }
    create(creation.resolvedType);
    return true;
  }

  private void create(@Nullable TypeBinding type) {
    TypeBinding erased = Erasure.of(type);
    if (erased instanceof LocalTypeBinding local) {
      nesting.create(local);
      nesting.useThis();
    } else if (erased instanceof ReferenceBinding reference && outline.hasOuter(reference)) {
      nesting.useThis();
    }
  }
}
