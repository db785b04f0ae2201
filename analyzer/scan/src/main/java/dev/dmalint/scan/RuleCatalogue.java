package dev.dmalint.scan;

import dev.dmalint.analyzer.rule.Rule;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.models.MistakeDeclaration;
import dev.dmalint.models.text.Nearest;
import dev.dmalint.scan.usage.Located;
import dev.dmalint.scan.usage.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules there are, by name and by the number of the mistake they find. */
public final class RuleCatalogue {
  private final List<Rule> rules;
  private final List<RuleInfo> infos;

  private RuleCatalogue(List<Rule> rules, List<RuleInfo> infos) {
    this.rules = List.copyOf(rules);
    this.infos = infos.stream().sorted().toList();
  }

  /** {@return the catalogue that dmalint ships} */
  public static RuleCatalogue shipped() {
    // This class's own loader: a rule comes with dmalint, never from elsewhere.
    return of(
        ServiceLoader.load(Rule.class, RuleCatalogue.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  static RuleCatalogue of(List<Rule> rules) {
    List<Rule> sorted =
        rules.stream().sorted(Comparator.comparing((Rule rule) -> rule.info().id())).toList();
    return new RuleCatalogue(sorted, sorted.stream().map(Rule::info).toList());
  }

  /** {@return this catalogue with the mistakes that models declare} */
  RuleCatalogue with(List<MistakeDeclaration> mistakes) {
    List<Rule> all = new ArrayList<>(rules);
    for (MistakeDeclaration mistake : mistakes) {
      if (infos.stream().noneMatch(info -> info.id().equals(mistake.rule()))) {
        all.add(new DeclaredRule(mistake));
      }
    }
    return new RuleCatalogue(all, all.stream().map(Rule::info).sorted().toList());
  }

  List<Rule> rules() {
    return rules;
  }

  /** {@return every rule, sorted by mistake and name} */
  public List<RuleInfo> infos() {
    return infos;
  }

  /**
   * {@return the rules of that name, or that find that mistake; at least one}
   *
   * @param wanted a rule's name, or a mistake's number such as {@code E01}, in any case
   * @throws UsageException if there is none; the message names the nearest
   */
  public List<RuleInfo> named(Located wanted) throws UsageException {
    String word = wanted.value().toLowerCase(Locale.ROOT);
    List<RuleInfo> found =
        infos.stream().filter(info -> names(info).anyMatch(word::equals)).toList();
    if (found.isEmpty()) {
      List<String> known =
          infos.stream()
              .flatMap(info -> Stream.concat(Stream.of(info.id()), info.mistake().stream()))
              .toList();
      throw wanted.wrong(
          "unknown rule \"%s\"%s"
              .formatted(
                  wanted.value(),
                  Nearest.among(wanted.value(), new TreeSet<>(known))
                      .map(name -> "; did you mean \"" + name + "\"?")
                      .orElse("; `dmalint rules` lists all")));
    }
    return found;
  }

  private static Stream<String> names(RuleInfo info) {
    return Stream.concat(
        Stream.of(info.id()),
        info.mistake().map(number -> number.toLowerCase(Locale.ROOT)).stream());
  }
}
