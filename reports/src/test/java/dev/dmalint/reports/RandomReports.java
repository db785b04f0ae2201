package dev.dmalint.reports;

import dev.dmalint.findings.Confidence;
import dev.dmalint.findings.Coverage;
import dev.dmalint.findings.Finding;
import dev.dmalint.findings.Gap;
import dev.dmalint.findings.Path;
import dev.dmalint.findings.PathStep;
import dev.dmalint.findings.PlatformInfo;
import dev.dmalint.findings.Platforms;
import dev.dmalint.findings.Report;
import dev.dmalint.findings.RuleInfo;
import dev.dmalint.findings.Severity;
import dev.dmalint.findings.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reports drawn from a seed, with names and sources as nasty as a tree may hold. */
final class RandomReports {
  private static final List<String> NASTY =
      List.of(
          "\u001b[2J",
          "\u001b]52;c;aGk=\u0007",
          "\r\n::error::forged",
          "\u009b31m",
          "\u007f",
          "\u0000",
          "\u202e",
          "\u2066x\u2069",
          "\u200b",
          "\ufeff",
          "\u2028",
          "\ud83d\ude00",
          "\ud800",
          "\udc00",
          "e\u0301",
          "\u4e2d\u6587",
          "\udb40\udc41",
          "<script>",
          "=cmd()",
          "{0}",
          "[a](javascript:b)",
          "\"\\",
          "%41",
          "../",
          "a:b",
          "#?",
          "\t",
          "long ".repeat(400));

  private static final List<String> PLATFORMS = List.of("P1", "P2", "P4", "P4b", "P8", "any");
  private static final List<String> RULES =
      List.of("physical-address-to-device", "model-rule", "page-number-too-wide", "x");

  private final Random random;

  RandomReports(long seed) {
    this.random = new Random(seed);
  }

  Report report() {
    return new Report(
        random.nextBoolean() ? "0.1.0" : text(),
        new Coverage(count(), count(), count(), count(), count(), some(6, this::gap)),
        some(5, this::finding),
        RULES.subList(0, random.nextInt(RULES.size())).stream().map(this::rule).toList(),
        PLATFORMS.stream().map(id -> new PlatformInfo(id, text(), some(3, this::text))).toList(),
        some(3, this::text));
  }

  private Gap gap() {
    return new Gap(one(List.of(Gap.Kind.values())), file(), position(), text());
  }

  private RuleInfo rule(String id) {
    RuleInfo rule =
        RuleInfo.named(id, one(List.of(Severity.values())))
            .summary(text())
            .source(text())
            .tags(text(), text())
            .page(random.nextBoolean() ? "" : text());
    RuleInfo known = random.nextBoolean() ? rule.mistake("E0" + random.nextInt(10)) : rule;
    return random.nextBoolean() ? known.cwe(random.nextInt(1000) + 1, 787) : known;
  }

  private Finding finding() {
    List<Path> paths = Stream.generate(this::path).limit(random.nextInt(3) + 1L).toList();
    return new Finding(
        one(RULES),
        random.nextBoolean() ? Optional.empty() : Optional.of("E01"),
        List.of(),
        one(List.of(Severity.values())),
        one(List.of(Confidence.values())),
        random.nextBoolean() ? span() : paths.get(0).steps().get(0).at(),
        text(),
        platforms(),
        paths,
        some(2, this::text).stream().distinct().toList(),
        some(2, this::text),
        Long.toHexString(random.nextLong()));
  }

  private Platforms platforms() {
    int breaks = random.nextInt(PLATFORMS.size());
    int works = breaks + random.nextInt(PLATFORMS.size() - breaks);
    return new Platforms(
        PLATFORMS.subList(0, breaks),
        PLATFORMS.subList(breaks, works),
        PLATFORMS.subList(works, PLATFORMS.size()),
        List.of(),
        new TreeMap<>(breaks == 0 ? Map.of() : Map.of(PLATFORMS.get(0), text())));
  }

  private Path path() {
    return new Path(
        Stream.generate(this::step).limit(random.nextInt(5) + 1L).toList(),
        PLATFORMS.subList(0, random.nextInt(PLATFORMS.size())));
  }

  private PathStep step() {
    return new PathStep(
        span(),
        one(List.of(PathStep.Kind.values())),
        text(),
        random.nextBoolean() ? "" : text(),
        random.nextInt(3) == 0 ? "" : text());
  }

  private SourceSpan span() {
    int line = position();
    int column = random.nextInt(3) == 0 ? Integer.MAX_VALUE - 5 : random.nextInt(60) + 1;
    return random.nextInt(4) == 0
        ? new SourceSpan(file(), line, column, line + random.nextInt(3) + 1, position())
        : new SourceSpan(file(), line, column, line, column + random.nextInt(5));
  }

  private String file() {
    return random.nextInt(5) == 0 ? text() : "src/Driver" + random.nextInt(9) + ".java";
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(8); parts > 0; parts--) {
      text.append(random.nextBoolean() ? "word " : one(NASTY));
      if (random.nextInt(4) == 0) {
        text.append((char) random.nextInt(0x10000));
      }
    }
    return text.toString();
  }

  private int position() {
    return random.nextInt(100_000) + 1;
  }

  private int count() {
    return random.nextInt(4);
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> List<T> some(int limit, Supplier<T> maker) {
    List<T> values = new ArrayList<>();
    for (int left = random.nextInt(limit); left > 0; left--) {
      values.add(maker.get());
    }
    return values;
  }
}
