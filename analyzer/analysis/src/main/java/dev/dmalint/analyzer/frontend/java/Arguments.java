package dev.dmalint.analyzer.frontend.java;

import dev.dmalint.analyzer.ir.Local;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/** The arguments of calls, evaluated from left to right and converted to the parameters' types. */
final class Arguments {
  private final Body body;

  Arguments(Body body) {
    this.body = body;
  }

  /**
   * {@return the arguments of a call}
   *
   * @param at where an empty array of variable arguments comes from
   */
  List<Local> of(MethodBinding method, List<Expression> arguments, SourceSpan at) {
    TypeBinding[] parameters = method.original().parameters;
    if (method.original().isVarargs() && parameters.length > 0 && packs(method, arguments)) {
      return packed(method, parameters, arguments, at);
    }
    if (parameters.length != arguments.size()) {
      return unknown(arguments);
    }
    List<Local> values = new ArrayList<>();
    for (int i = 0; i < parameters.length; i++) {
      values.add(one(arguments, i, parameters[i]));
    }
    return values;
  }

  private Local one(List<Expression> arguments, int index, TypeBinding parameter) {
    Expression argument = arguments.get(index);
    Value value = body.expressions.converted(argument, parameter);
    List<Expression> later = arguments.subList(index + 1, arguments.size());
    return body.expressions.kept(value, body.at(argument), later);
  }

  /** {@return whether arguments go into an array that is made for the call} */
  private static boolean packs(MethodBinding method, List<Expression> arguments) {
    int last = method.original().parameters.length - 1;
    if (arguments.size() != last + 1) {
      return arguments.size() >= last;
    }
    TypeBinding given = arguments.get(last).resolvedType;
    if (given == null || Erasure.isNull(given)) {
      return false;
    }
    TypeBinding array = method.parameters[Math.min(last, method.parameters.length - 1)];
    return (array.dimensions() != given.dimensions() && !isDeeper(given, array))
        || !given.isCompatibleWith(array.erasure());
  }

  /** {@return whether an array of arrays is itself an array of the wanted objects} */
  private static boolean isDeeper(TypeBinding given, TypeBinding array) {
    return given.dimensions() > array.dimensions() && given.isCompatibleWith(array.erasure());
  }

  private List<Local> packed(
      MethodBinding method, TypeBinding[] parameters, List<Expression> arguments, SourceSpan call) {
    int last = parameters.length - 1;
    List<Local> values = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      values.add(one(arguments, i, parameters[i]));
    }
    List<Expression> rest = arguments.subList(last, arguments.size());
    TypeBinding array =
        Erasure.of(
            method.parameters.length == parameters.length
                ? method.parameters[last]
                : parameters[last]);
    if (!(array instanceof ArrayBinding type)) {
      values.addAll(unknown(rest));
      return values;
    }
    TypeBinding element = Erasure.of(type.elementsType());
    SourceSpan at =
        rest.isEmpty()
            ? call
            : body.unit.span(rest.get(0).sourceStart, rest.get(rest.size() - 1).sourceEnd);
    values.add(body.arrays.filled(at, body.unit.names().of(array), array, rest, element).local());
    return values;
  }

  /** {@return arguments for parameters of which nothing is known} */
  List<Local> unknown(List<Expression> arguments) {
    List<Local> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value value = body.expressions.typed(arguments.get(i));
      List<Expression> later = arguments.subList(i + 1, arguments.size());
      values.add(body.expressions.kept(value, body.at(arguments.get(i)), later));
    }
    return values;
  }
}
