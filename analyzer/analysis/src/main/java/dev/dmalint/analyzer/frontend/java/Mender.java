package dev.dmalint.analyzer.frontend.java;

import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.AllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.Block;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ConditionalExpression;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.ExpressionContext;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Initializer;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.QualifiedAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ReturnStatement;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what the compiler leaves alone under calls it could not resolve: lambdas, and generic
 * calls that wait for a target type.
 */
final class Mender extends ASTVisitor {
  private final CompilationUnitDeclaration tree;
  private final LookupEnvironment environment;

  Mender(CompilationUnitDeclaration tree, LookupEnvironment environment) {
    this.tree = tree;
    this.environment = environment;
  }

  void mend() {
    Trees.list(tree.types).forEach(this::type);
  }

  private void type(TypeDeclaration type) {
    if (type.binding == null || type.scope == null) {
      return;
    }
    for (FieldDeclaration field : Trees.list(type.fields)) {
      BlockScope scope = field.isStatic() ? type.staticInitializerScope : type.initializerScope;
      if (field instanceof Initializer initializer && initializer.block != null) {
        initializer.block.traverse(this, scope);
      } else if (field.initialization != null) {
        field.initialization.traverse(this, scope);
        rootLambda(field.initialization, scope);
      }
    }
    Trees.list(type.methods).forEach(this::method);
    Trees.list(type.memberTypes).forEach(this::type);
  }

  private void method(AbstractMethodDeclaration method) {
    if (method.scope == null) {
      return;
    }
    if (method instanceof ConstructorDeclaration constructor
        && constructor.constructorCall != null) {
      constructor.constructorCall.traverse(this, method.scope);
      mendArguments(
          constructor.constructorCall.arguments,
          constructor.constructorCall.binding,
          false,
          method.scope);
    }
    OutlineReader.wake(method.statements);
    for (Statement statement : Trees.list(method.statements)) {
      statement.traverse(this, method.scope);
    }
  }

  @Override
  public boolean visit(Block block, BlockScope scope) {
    OutlineReader.wake(block.statements);
    return true;
  }

  @Override
  public boolean visit(TypeDeclaration type, BlockScope scope) {
    type(type);
    return false;
  }

  @Override
  public boolean visit(MessageSend call, BlockScope scope) {
    boolean isSure =
        Calls.isFound(call.binding) && !call.argumentsHaveErrors && call.resolvedType != null;
    mendArguments(call.arguments, call.binding, isSure, scope);
    return true;
  }

  @Override
  public boolean visit(AllocationExpression call, BlockScope scope) {
    mendArguments(
        call.arguments,
        call.binding,
        Calls.isFound(call.binding) && !call.argumentsHaveErrors,
        scope);
    return true;
  }

  @Override
  public boolean visit(QualifiedAllocationExpression call, BlockScope scope) {
    if (call.anonymousType != null) {
      call.anonymousType.ignoreFurtherInvestigation = false;
    }
    return visit((AllocationExpression) call, scope);
  }

  /** A lambda that no context at all was found for, as the value of a variable of unknown type. */
  @Override
  public boolean visit(LambdaExpression lambda, BlockScope scope) {
    rootLambda(lambda, scope);
    return lambda.scope != null;
  }

  private void rootLambda(Expression value, BlockScope scope) {
    if (value instanceof LambdaExpression lambda && isOpen(lambda)) {
      resolve(lambda, null, scope);
    }
  }

  private static boolean isOpen(LambdaExpression lambda) {
    return lambda.descriptor == null || lambda.binding == null;
  }

  private void mendArguments(
      Expression @Nullable [] arguments,
      @Nullable MethodBinding binding,
      boolean isSure,
      BlockScope scope) {
    if (isSure || arguments == null) {
      return;
    }
    for (int i = 0; i < arguments.length; i++) {
      mend(arguments[i], expected(binding, i), scope);
    }
  }

  /** {@return the type that the closest match has for an argument} */
  private static @Nullable TypeBinding expected(@Nullable MethodBinding binding, int index) {
    if (binding == null || !Calls.isFound(binding)) {
      return null;
    }
    TypeBinding[] parameters = binding.original().parameters;
    return index < parameters.length ? Erasure.of(parameters[index]) : null;
  }

  private void mend(Expression node, @Nullable TypeBinding expected, BlockScope scope) {
    if (node instanceof LambdaExpression lambda) {
      if (isOpen(lambda)) {
        resolve(lambda, expected, scope);
      }
    } else if (node instanceof ConditionalExpression choice) {
      mend(choice.valueIfTrue, expected, scope);
      mend(choice.valueIfFalse, expected, scope);
    } else if (node instanceof SwitchExpression choice) {
      choice.resultExpressions().forEach(result -> mend(result, expected, scope));
    } else if (isWaiting(node)) {
      node.setExpressionContext(ExpressionContext.VANILLA_CONTEXT);
      node.setExpectedType(null);
      node.resolveType(scope);
    }
  }

  /** {@return whether a generic call was put off until its target type would be known} */
  private static boolean isWaiting(Expression node) {
    if (node instanceof MessageSend call) {
      return Calls.isFound(call.binding)
          && !call.argumentsHaveErrors
          && call.expressionContext == ExpressionContext.INVOCATION_CONTEXT
          && call.isPolyExpression()
          && isUntouched(call.arguments);
    }
    return node instanceof AllocationExpression call
        && call.binding == null
        && !call.argumentsHaveErrors
        && call.isPolyExpression()
        && isUntouched(call.arguments);
  }

  /** {@return whether no lambda below was resolved: the compiler resolves one only once} */
  private static boolean isUntouched(Expression @Nullable [] arguments) {
    for (Expression argument : Trees.list(arguments)) {
      boolean isTouched =
          (argument instanceof LambdaExpression lambda && !isOpen(lambda))
              || (argument instanceof MessageSend call && !isUntouched(call.arguments))
              || (argument instanceof AllocationExpression made && !isUntouched(made.arguments));
      if (isTouched) {
        return false;
      }
    }
    return true;
  }

  private void resolve(LambdaExpression lambda, @Nullable TypeBinding expected, BlockScope scope) {
    TypeBinding target = isFunctional(expected, lambda, scope) ? expected : unknown(lambda);
    if (target == null) {
      return;
    }
    lambda.setExpressionContext(ExpressionContext.ASSIGNMENT_CONTEXT);
    lambda.setExpectedType(target);
    lambda.resolveType(scope);
  }

  private static boolean isFunctional(
      @Nullable TypeBinding type, LambdaExpression lambda, BlockScope scope) {
    if (!(type instanceof ReferenceBinding) || Erasure.isMissing(type)) {
      return false;
    }
    MethodBinding method = type.getSingleAbstractMethod(scope, true);
    return method != null
        && method.isValidBinding()
        && method.parameters.length == Trees.list(lambda.arguments).size();
  }

  private @Nullable TypeBinding unknown(LambdaExpression lambda) {
    int parameters = Trees.list(lambda.arguments).size();
    return environment.askForType(
        UnknownInterface.name(parameters, hasResult(lambda)), environment.UnNamedModule);
  }

  private static boolean hasResult(LambdaExpression lambda) {
    if (lambda.body() instanceof Expression) {
      return true;
    }
    ResultFinder finder = new ResultFinder();
    if (lambda.body() instanceof Block block) {
      for (Statement statement : Trees.list(block.statements)) {
        statement.traverse(finder, (BlockScope) null);
      }
    }
    return finder.found;
  }

  /** Looks for a {@code return} with a value, not into lambdas and types inside. */
  private static final class ResultFinder extends ASTVisitor {
    private boolean found;

    @Override
    public boolean visit(ReturnStatement node, BlockScope scope) {
      found |= node.expression != null;
      return false;
    }

    @Override
    public boolean visit(LambdaExpression node, BlockScope scope) {
      return false;
    }

    @Override
    public boolean visit(TypeDeclaration node, BlockScope scope) {
      return false;
    }
  }
}
