package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Instruction.AllocateArray;
import dev.dmalint.analyzer.ir.Instruction.ArrayStore;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.ArrayAllocationExpression;
import org.eclipse.jdt.internal.compiler.ast.ArrayInitializer;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Making arrays: by lengths, by initialisers, for variable arguments. */
final class Arrays {
  private final Body body;

  Arrays(Body body) {
    this.body = body;
  }

  Value allocate(ArrayAllocationExpression node) {
    TypeBinding type = Erasure.of(node.resolvedType);
    if (node.initializer != null) {
      return initialise(node.initializer, type);
    }
    List<Local> lengths = new ArrayList<>();
    List<Expression> later = new ArrayList<>(Trees.list(node.dimensions));
    for (Expression dimension : Trees.list(node.dimensions)) {
      later.remove(0);
      if (dimension != null) {
        Value length = body.expressions.converted(dimension, TypeBinding.INT);
        lengths.add(body.expressions.kept(length, body.at(dimension), later));
      }
    }
    TypeName name = type == null ? written(node) : body.unit.names().of(type);
    Local target = body.temporary(name);
    body.add(new AllocateArray(body.at(node), target, name, lengths));
    return new Value(target, type);
  }

  private TypeName written(ArrayAllocationExpression node) {
    TypeName name = body.unit.names().of(node.type);
    for (int i = 0; i < node.dimensions.length; i++) {
      name = name.array();
    }
    return name;
  }

  Value initialise(ArrayInitializer node, @Nullable TypeBinding want) {
    TypeBinding known = node.binding == null ? Erasure.of(want) : Erasure.of(node.binding);
    TypeBinding element =
        known instanceof ArrayBinding array ? Erasure.of(array.elementsType()) : null;
    TypeName name =
        known instanceof ArrayBinding ? body.unit.names().of(known) : TypeName.OBJECT.array();
    return filled(body.at(node), name, known, Trees.list(node.expressions), element);
  }

  /** {@return a new array that holds the values of expressions} */
  Value filled(
      SourceSpan at,
      TypeName name,
      @Nullable TypeBinding type,
      List<Expression> elements,
      @Nullable TypeBinding element) {
    Local length = body.constant(at, TypeName.INT, new Literal.Whole(elements.size()));
    Local target = body.temporary(name);
    body.add(new AllocateArray(at, target, name, List.of(length)));
    for (int i = 0; i < elements.size(); i++) {
      SourceSpan place = body.at(elements.get(i));
      Local index = body.constant(place, TypeName.INT, new Literal.Whole(i));
      Value value = body.expressions.converted(elements.get(i), element);
      body.add(new ArrayStore(place, target, index, value.local()));
    }
    return new Value(target, type instanceof ArrayBinding ? type : null);
  }
}
