package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.models.Action;
import dev.dmalint.models.Row;
import dev.dmalint.models.Row.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the model row of a call or of the reading of a field. */
final class RowIndex {
  private final Map<String, List<Row>> calls = new HashMap<>();
  private final Map<String, Row> fields = new HashMap<>();
  private final Map<MethodName, Optional<Row>> known = new ConcurrentHashMap<>();
  private final Hierarchy hierarchy;

  RowIndex(List<Row> rows, Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
    for (Row row : rows) {
      if (row.target() instanceof Target.Call call) {
        calls.computeIfAbsent(call.name(), unused -> new ArrayList<>()).add(row);
      } else if (row.target() instanceof Target.FieldRead field) {
        fields.putIfAbsent(field.owner() + "#" + field.name(), row);
      }
    }
  }

  /** {@return the row of a field, on its owner or what the owner extends} */
  Optional<Row> field(FieldName field) {
    for (TypeName owner : hierarchy.supertypes(field.owner())) {
      Row row = fields.get(owner + "#" + field.name());
      if (row != null) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  /** {@return the row of a call, the one nearest to its owner first} */
  Optional<Row> call(MethodName callee) {
    Optional<Row> row = known.get(callee);
    if (row == null) {
      row = find(callee);
      known.put(callee, row);
    }
    return row;
  }

  private Optional<Row> find(MethodName callee) {
    List<Row> named = new ArrayList<>(calls.getOrDefault(callee.name(), List.of()));
    named.addAll(calls.getOrDefault("*", List.of()));
    if (named.isEmpty()) {
      return Optional.empty();
    }
    List<TypeName> owners =
        callee.isConstructor() ? List.of(callee.owner()) : hierarchy.supertypes(callee.owner());
    for (TypeName owner : owners) {
      for (Row row : named) {
        Target.Call call = (Target.Call) row.target();
        if (call.owner().equals(owner.text()) && fits(call, callee.parameters())) {
          return Optional.of(row);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(Target.Call call, List<TypeName> parameters) {
    if (call.name().equals("*")) {
      return true;
    }
    long needed = call.parameters().stream().filter(each -> each.byDefault().isEmpty()).count();
    if (parameters.size() < needed || parameters.size() > call.parameters().size()) {
      return false;
    }
    for (int i = 0; i < Math.min(call.types().size(), parameters.size()); i++) {
      String wanted = call.types().get(i);
      TypeName is = parameters.get(i);
      if (!wanted.equals("*") && !wanted.equals(is.text()) && !wanted.equals(is.simple())) {
        return false;
      }
    }
    return true;
  }

  /** {@return whether a row makes an address, or a construction that can fail} */
  static boolean isSource(Row row) {
    return row.actions().stream()
        .anyMatch(
            action ->
                action instanceof Action.MakeAddress
                    || (action instanceof Action.Make make && make.fails().isPresent()));
  }
}
