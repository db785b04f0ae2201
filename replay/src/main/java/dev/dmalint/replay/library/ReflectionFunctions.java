package dev.dmalint.replay.library;

import dev.dmalint.analyzer.ir.Field;
import dev.dmalint.analyzer.ir.Flag;
import dev.dmalint.analyzer.ir.MethodName;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.replay.interpreter.Execution;
import dev.dmalint.replay.value.Instance;
import dev.dmalint.replay.value.Nil;
import dev.dmalint.replay.value.Reference;
import dev.dmalint.replay.value.Text;
import dev.dmalint.replay.value.TypeValue;
import java.util.List;

/** What the models need to know of records and enums; the class {@code models.Reflection}. */
final class ReflectionFunctions {
  private static final String OWNER = "models.Reflection";
  private static final String ENUM = "java.lang.Enum";
  private static final TypeName OBJECTS = new TypeName("java.lang.Object[]");
  private static final TypeName STRINGS = new TypeName("java.lang.String[]");

  private ReflectionFunctions() {}

  static void addTo(HostFunctions all) {
    all.add("java.lang.Record", "<init>()", (execution, args) -> Nil.NULL);
    all.add(
        ENUM,
        "<init>(java.lang.String,int)",
        (execution, args) -> {
          execution.attach(args.get(0), "name", args.get(1));
          execution.attach(args.get(0), "ordinal", args.get(2));
          return Nil.NULL;
        });
    all.add(ENUM, "name()", (execution, args) -> attached(execution, args, "name"));
    all.add(ENUM, "ordinal()", (execution, args) -> attached(execution, args, "ordinal"));
    all.add(ENUM, "getDeclaringClass()", ReflectionFunctions::enumClass);
    all.add("java.lang.Class", "getEnumConstants()", ReflectionFunctions::constants);
    all.add(OWNER, "values(java.lang.Record)", ReflectionFunctions::values);
    all.add(OWNER, "names(java.lang.Record)", ReflectionFunctions::names);
    all.add(OWNER, "binaryName(java.lang.Class)", ReflectionFunctions::binaryName);
  }

  private static Object binaryName(Execution execution, List<Object> arguments) {
    return execution.literal(((TypeValue) arguments.get(0)).named().text());
  }

  private static Object attached(Execution execution, List<Object> arguments, String key) {
    return execution.attached(arguments.get(0), key).orElse(Nil.NULL);
  }

  /** A constant with a body has a class of its own below the enum's. */
  private static Object enumClass(Execution execution, List<Object> arguments) {
    TypeName type = ((Reference) arguments.get(0)).type();
    TypeName above =
        execution.declaration(type).flatMap(Type::superclass).orElse(new TypeName(ENUM));
    return execution.type(above.text().equals(ENUM) ? type : above);
  }

  private static Object constants(Execution execution, List<Object> arguments) {
    TypeName type = ((TypeValue) arguments.get(0)).named();
    MethodName values = new MethodName(type, "values", List.of(), type.array());
    return execution.call(values, List.of());
  }

  private static List<Field> components(Execution execution, Instance record) {
    return execution.declaration(record.type()).stream()
        .flatMap(type -> type.fields().stream())
        .filter(field -> !field.flags().contains(Flag.STATIC))
        .toList();
  }

  private static Object values(Execution execution, List<Object> arguments) {
    Instance record = (Instance) arguments.get(0);
    Object[] values =
        components(execution, record).stream()
            .map(field -> execution.field(record, field.name()))
            .map(value -> boxed(execution, value))
            .toArray();
    return execution.array(OBJECTS, values);
  }

  private static Object boxed(Execution execution, Object value) {
    return value instanceof Reference || value instanceof Nil ? value : execution.box(value);
  }

  private static Object names(Execution execution, List<Object> arguments) {
    Object[] names =
        components(execution, (Instance) arguments.get(0)).stream()
            .map(field -> execution.literal(field.name().name()))
            .toArray(Text[]::new);
    return execution.array(STRINGS, names);
  }
}
