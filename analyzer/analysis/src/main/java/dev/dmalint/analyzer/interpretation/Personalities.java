package dev.dmalint.analyzer.interpretation;

import dev.dmalint.analyzer.flow.Hierarchy;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.analyzer.ir.Annotation;
import dev.dmalint.analyzer.ir.Literal;
import dev.dmalint.analyzer.ir.Type;
import dev.dmalint.analyzer.ir.TypeName;
import dev.dmalint.models.AnnotationModel.Meaning;
import dev.dmalint.models.Universe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each driver class matches: its annotations first, then what was read beside the source; and
 * where it says nothing, what the class it extends says.
 */
final class Personalities {
  private final Universe universe;
  private final List<Personality> given;
  private final Hierarchy hierarchy;

  Personalities(Universe universe, List<Personality> given, Hierarchy hierarchy) {
    this.universe = universe;
    this.given = given;
    this.hierarchy = hierarchy;
  }

  List<Personality> of(Type type) {
    for (TypeName name : hierarchy.supertypes(type.name())) {
      List<Personality> own = hierarchy.type(name).map(this::own).orElse(List.of());
      if (!own.isEmpty()) {
        return own;
      }
    }
    return List.of();
  }

  private List<Personality> own(Type type) {
    List<Personality> result = new ArrayList<>();
    for (Annotation annotation : type.annotations()) {
      if (identifies(annotation)) {
        result.add(
            new Personality(
                type.name().text(),
                simple(first(annotation, "providerClass")),
                texts(annotation, "pciMatch"),
                texts(annotation, "pciClassMatch"),
                Optional.empty(),
                Optional.empty(),
                type.at().toString()));
      }
    }
    given.stream().filter(each -> isNamed(type, each.driverClass())).forEach(result::add);
    return result;
  }

  private boolean identifies(Annotation annotation) {
    return universe.annotations().stream()
        .anyMatch(
            model ->
                model.meaning() instanceof Meaning.Identifies
                    && Stated.isType(annotation, model.type()));
  }

  private static boolean isNamed(Type type, String name) {
    String binary = type.name().text();
    boolean qualified = binary.equals(name) || binary.replace('$', '.').equals(name);
    boolean simpleName = type.name().simple().equals(name);
    // A bundle writes its own prefix before the class: com_example_driver_Nic.
    return qualified || simpleName || name.endsWith("_" + type.name().simple());
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String first(Annotation annotation, String element) {
    return texts(annotation, element).stream().findFirst().orElse("");
  }

  private static List<String> texts(Annotation annotation, String element) {
    return annotation.values().getOrDefault(element, List.of()).stream()
        .filter(Literal.Text.class::isInstance)
        .map(literal -> ((Literal.Text) literal).value())
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
