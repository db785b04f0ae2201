package dev.dmalint.cli;

import dev.dmalint.models.text.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with arguments. */
final class ArgumentTrouble {
  private ArgumentTrouble() {}

  static String explained(ParameterException wrong) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unknown(unmatched.getUnmatched().get(0), wrong.getCommandLine().getCommandSpec());
    }
    String message = String.valueOf(wrong.getMessage());
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unknown(String argument, CommandSpec command) {
    if (argument.startsWith("-") && argument.length() > 1) {
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      return "unknown option \"%s\"%s"
          .formatted(option, meant(option, command.optionsMap().keySet()));
    }
    Collection<String> commands = command.subcommands().keySet();
    if (!commands.isEmpty()) {
      Optional<String> near = Nearest.among(argument, commands);
      return "unknown command \"%s\"%s"
          .formatted(
              argument,
              near.isPresent()
                  ? meant(argument, commands)
                  : "; commands are " + String.join(", ", List.copyOf(commands)));
    }
    return "unexpected argument \"%s\"".formatted(argument);
  }

  private static String meant(String written, Collection<String> known) {
    return Nearest.among(written, known).map(word -> "; did you mean \"" + word + "\"?").orElse("");
  }
}
