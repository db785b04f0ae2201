package dev.dmalint.scan;

import dev.dmalint.analyzer.Analysis;
import dev.dmalint.analyzer.Analyzer;
import dev.dmalint.analyzer.Progress;
import dev.dmalint.analyzer.Request;
import dev.dmalint.analyzer.frontend.FrontendOptions;
import dev.dmalint.analyzer.identity.Personality;
import dev.dmalint.models.ModelReader;
import dev.dmalint.models.Universe;
import dev.dmalint.scan.files.Found;
import dev.dmalint.scan.files.SourceFinder;
import dev.dmalint.scan.identity.DeviceIdentity;
import dev.dmalint.scan.identity.PersonalityFiles;
import dev.dmalint.scan.usage.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The door: runs a scan. */
public final class Scan {
  /** A file that takes longer to parse is given up; no result depends on it otherwise. */
  private static final int SECONDS_PER_FILE = 60;

  private Scan() {}

  /**
   * Scans.
   *
   * @param progress told from one thread how far the scan is
   * @throws UsageException if the request, the configuration or a model cannot be followed; nothing
   *     was scanned then
   */
  public static ScanOutcome run(ScanRequest request, Progress progress) throws UsageException {
    return run(request, progress, new Shipped(), RuleCatalogue.shipped());
  }

  static ScanOutcome run(
      ScanRequest request, Progress progress, Engine engine, RuleCatalogue catalogue)
      throws UsageException {
    Preparation preparation = Preparation.of(request, engine, catalogue);
    Found found =
        SourceFinder.find(
            preparation.paths(), request.directory(), preparation.configuration().excludes());
    Sources sources = Sources.read(found, preparation.configuration().maxFileBytes(), progress);
    DeviceIdentity identity = PersonalityFiles.of(found, sources.texts());
    Analysis analysis =
        sources.files().isEmpty()
            ? new Analysis(List.of(), new TreeMap<>(), List.of())
            : engine.analyze(request(request, preparation, sources, identity), progress);
    return new Assembly(preparation, found, sources, identity, analysis)
        .outcome(request.failOn().or(preparation.configuration()::failOn));
  }

  private static Request request(
      ScanRequest request, Preparation preparation, Sources sources, DeviceIdentity identity) {
    // The first that fits decides: what the project configures stands before what Apple's file
    // says.
    List<Personality> personalities = new ArrayList<>(preparation.personalities());
    personalities.addAll(identity.personalities());
    int threads =
        request
            .threads()
            .orElse(
                preparation
                    .configuration()
                    .threads()
                    .orElse(Runtime.getRuntime().availableProcessors()));
    return new Request(
        sources.files(),
        preparation.universe(),
        preparation.rules().run(),
        personalities,
        preparation.sinks(),
        new FrontendOptions(preparation.classPath(), threads, SECONDS_PER_FILE));
  }

  /** What dmalint ships. */
  private record Shipped() implements Engine {
    @Override
    public Universe models(List<Path> files) {
      return ModelReader.read(ModelReader.builtIn(), files);
    }

    @Override
    public Analysis analyze(Request request, Progress progress) {
      return Analyzer.analyze(request, progress);
    }
  }
}
