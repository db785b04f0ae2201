package dev.dmalint.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The page of a rule: the Markdown file among the resources that bears the rule's class name. */
public final class RulePage {
  private RulePage() {}

  /**
   * {@return the page of that rule; read once, when the rule's class is first used}
   *
   * @param rule class of the rule
   * @throws IllegalStateException if the build left the page out; the message names it
   */
  public static String of(Class<?> rule) {
    String name = rule.getSimpleName() + ".md";
    try (InputStream page = rule.getResourceAsStream(name)) {
      if (page == null) {
        throw new IllegalStateException(
            "the build left out " + name + ", the page of " + rule.getName());
      }
      return new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "cannot read " + name + ", the page of " + rule.getName(), unreadable);
    }
  }
}
