package dev.dmalint.scan.configuration;

import java.util.Arrays;
import java.util.List;

/** The closed list of what a configuration may say at its top level. */
public enum Key {
  /** Files and folders to scan where the command line names none; from the file's folder. */
  PATHS("paths"),
  /** Patterns of files and folders to leave out; from the file's folder. */
  EXCLUDES("excludes"),
  /** Jars and folders of class files that sources were compiled against. */
  CLASSPATH("classpath"),
  /** Model files beside the built-in ones. */
  MODELS("models"),
  /** Ids of the platforms to analyse; all where the key is missing. */
  PLATFORMS("platforms"),
  /** From which severity on findings make the run fail. */
  FAIL_ON("failOn"),
  /** How many threads may work. */
  THREADS("threads"),
  /** The size from which on a file is left out, in bytes. */
  MAX_FILE_BYTES("maxFileBytes"),
  /** Rules that are off, and rules of another severity. */
  RULES("rules"),
  /** Which device a driver class drives. */
  DEVICES("devices"),
  /** Methods that take addresses. */
  SINKS("sinks");

  private final String word;

  Key(String word) {
    this.word = word;
  }

  /** {@return how it is spelt} */
  public String word() {
    return word;
  }

  /** {@return all spellings, in declared order} */
  static List<String> words() {
    return Arrays.stream(values()).map(Key::word).toList();
  }
}
