package dev.dmalint.cli;

/** How a run ends; never a count. Where several apply: 4, 2, 3, 1. */
enum ExitCode {
  /** No finding reaches the threshold. */
  CLEAN(0),
  /** One does. */
  FINDINGS(1),
  /** The command line, the configuration or a model cannot be followed. */
  USAGE(2),
  /** Something was not scanned, under {@code --strict-coverage}. */
  INCOMPLETE(3),
  /** dmalint itself failed, or what it found could not be written. */
  INTERNAL(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
