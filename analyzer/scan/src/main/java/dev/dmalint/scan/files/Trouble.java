package dev.dmalint.scan.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read. */
public final class Trouble {
  private Trouble() {}

  /** {@return a few words, without the file's name} */
  public static String of(IOException trouble) {
    if (trouble instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (trouble instanceof NoSuchFileException) {
      return "no such file";
    }
    String reason =
        trouble instanceof FileSystemException known ? known.getReason() : trouble.getMessage();
    return reason == null ? "the system gives no reason" : reason;
  }
}
