package dev.dmalint.replay.interpreter;

import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.FieldName;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.Method;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.value.Zero;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A type of the universe with the layout of its objects. Superclasses' fields come first. */
final class LoadedType {
  private final Type type;
  private final int index;
  private final Optional<LoadedType> superclass;
  private final Map<String, Method> methods = new HashMap<>();
  private final Map<String, Integer> fields = new HashMap<>();
  private final Map<String, Integer> statics = new HashMap<>();
  private final Object[] zeros;
  private final Object[] staticZeros;

  LoadedType(Type type, int index, Optional<LoadedType> superclass) {
    this.type = type;
    this.index = index;
    this.superclass = superclass;
    type.methods().forEach(method -> methods.putIfAbsent(method.name().signature(), method));
    List<Object> layout = new ArrayList<>();
    superclass.ifPresent(above -> layout.addAll(List.of(above.zeros)));
    List<Object> own = new ArrayList<>();
    for (Field field : type.fields()) {
      boolean isStatic =
          field.flags().contains(Flag.STATIC) || type.flags().contains(Flag.INTERFACE);
      List<Object> values = isStatic ? own : layout;
      (isStatic ? statics : fields).put(field.name().name(), values.size());
      values.add(Zero.of(field.name().type()));
    }
    zeros = layout.toArray();
    staticZeros = own.toArray();
  }

  TypeName name() {
    return type.name();
  }

  /** {@return the number of the type in its universe} */
  int index() {
    return index;
  }

  Type type() {
    return type;
  }

  Optional<LoadedType> superclass() {
    return superclass;
  }

  boolean isInterface() {
    return type.flags().contains(Flag.INTERFACE);
  }

  boolean isAbstract() {
    return type.flags().contains(Flag.ABSTRACT) || isInterface();
  }

  /** {@return the method that the type itself declares} */
  Optional<Method> declared(String signature) {
    return Optional.ofNullable(methods.get(signature));
  }

  /** {@return the place of an instance field that this type or a superclass declares} */
  Optional<Integer> field(FieldName name) {
    Integer own = fields.get(name.name());
    return own != null ? Optional.of(own) : superclass.flatMap(above -> above.field(name));
  }

  Optional<Integer> staticField(FieldName name) {
    return Optional.ofNullable(statics.get(name.name()));
  }

  /** {@return the fields of an object before its constructor ran} */
  Object[] zeros() {
    return zeros.clone();
  }

  Object[] staticZeros() {
    return staticZeros.clone();
  }

  int size() {
    return zeros.length;
  }

  /** {@return whether initialising a class that implements this interface initialises this too} */
  boolean hasDefaults() {
    return type.methods().stream()
        .anyMatch(
            method ->
                method.hasBody() && !method.isStatic() && !method.flags().contains(Flag.SYNTHETIC));
  }

  @Override
  public String toString() {
    return name().text();
  }
}
