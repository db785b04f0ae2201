package dev.dmalint.scan;

import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.frontend.SourceFile;
import dev.dmalint.findings.Gap;
import dev.dmalint.scan.files.Found;
import dev.dmalint.scan.files.FoundFile;
import dev.dmalint.scan.files.Reading;
import dev.dmalint.scan.files.Reading.Encoding;
import dev.dmalint.scan.files.SourceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read.
 *
 * @param files text, sorted by name
 * @param failed how many files could not be read
 * @param skipped how many were left out
 * @param gaps one for each of those
 * @param guessed names of files that are not Unicode and were read as ISO-8859-1
 */
record Sources(
    List<SourceFile> files, int failed, int skipped, List<Gap> gaps, List<String> guessed) {
  Sources {
    files = List.copyOf(files);
    gaps = List.copyOf(gaps);
    guessed = List.copyOf(guessed);
  }

  static Sources read(Found found, long maxFileBytes, Progress progress) {
    SourceReader reader = new SourceReader(maxFileBytes);
    List<SourceFile> files = new ArrayList<>();
    List<Gap> gaps = new ArrayList<>();
    List<String> guessed = new ArrayList<>();
    int failed = 0;
    int done = 0;
    for (FoundFile file : found.files()) {
      Reading reading = reader.read(file);
      if (reading instanceof Reading.Text text) {
        files.add(text.file());
        if (text.encoding() == Encoding.ISO_8859_1) {
          guessed.add(file.name());
        }
      } else if (reading instanceof Reading.Skipped skipped) {
        gaps.add(skipped.gap());
      } else if (reading instanceof Reading.Failed failure) {
        gaps.add(failure.gap());
        failed++;
      }
      progress.reached("reading", ++done, found.files().size());
    }
    return new Sources(files, failed, gaps.size() - failed, gaps, guessed);
  }

  /** {@return the text of every file that was read, by name} */
  SortedMap<String, String> texts() {
    SortedMap<String, String> texts = new TreeMap<>();
    files.forEach(file -> texts.put(file.path(), file.text()));
    return texts;
  }
}
