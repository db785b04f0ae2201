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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reports built by hand that show all a report can hold. */
final class SampleReports {
  static final String ESCAPE = "\u001b[2J\u001b]0;owned\u0007";
  private static final String NIC = "drivers/NicDriver.java";
  private static final String REGISTERS = "drivers/Registers.java";
  private static final String BALLOON = "drivers/virtio/Balloon.java";
  private static final String HOSTILE =
      "odd: #1/50%?\u202Eevil\n::error::/\u4e2d\ud83d\ude00\u001b[31m.java";

  private SampleReports() {}

  /** {@return every kind of finding, gap and note} */
  static Report everything() {
    return new Report(
        "0.1.0-SNAPSHOT",
        new Coverage(3, 12, 2, 1, 1, gaps()),
        List.of(nic(), balloon(), hostile(), refusal()),
        rules(),
        platforms(),
        List.of("the tree holds 2 Info.plist files and no driver class that names them"));
  }

  /** {@return a scan of a tree without a file} */
  static Report empty() {
    return new Report(
        "0.1.0",
        new Coverage(0, 0, 0, 0, 0, List.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of("no Java file below 'drivers'"));
  }

  /** {@return a scan that found nothing} */
  static Report clean() {
    return new Report(
        "0.1.0",
        new Coverage(0, 1, 0, 0, 0, List.of()),
        List.of(),
        rules(),
        platforms(),
        List.of());
  }

  private static Finding nic() {
    PathStep made =
        step(
            NIC,
            38,
            "\t\tlong start = «memory.getPhysicalSegment(0, length, kIOMemoryMapperNone)»;",
            PathStep.Kind.SOURCE,
            "'start' is made by getPhysicalSegment without a mapper",
            "CPU");
    PathStep used =
        step(
            NIC,
            41,
            "\t\tnic.write64(TX_BASE, «start»);",
            PathStep.Kind.SINK,
            "the device reads a bus address from 'TX_BASE'",
            "CPU");
    PathStep branched =
        new PathStep(
            new SourceSpan(NIC, 39, 3, 40, 4),
            PathStep.Kind.BRANCH,
            "goes on where 'ring' has a mapper",
            "",
            "\t\tif (ring.hasMapper()) {");
    PathStep passed =
        step(
            REGISTERS,
            112,
            "    return «lowest(start, limit)»;",
            PathStep.Kind.CALL,
            "comes back from 'lowest', which keeps it as it is, however long the name of the ring"
                + " may be and however often it is asked",
            "CPU on M0, IOVA(sys) on M1 and M4, IOVA(mapperOf(nic)) on M2 and M3, as the provider's"
                + " mapper was when the command was made");
    return new Finding(
        "physical-address-to-device",
        Optional.of("E01"),
        List.of("E12"),
        Severity.ERROR,
        Confidence.MEDIUM,
        used.at(),
        "CPU-physical address reaches 'TX_BASE', which takes a bus address",
        new Platforms(
            List.of("P1", "P2", "P4b", "P8"),
            List.of("P4", "P7"),
            List.of("P9"),
            List.of("P10", "P12"),
            new TreeMap<>(Map.of("P8", "when virtio bit 33 is on"))),
        List.of(
            new Path(List.of(made, used), List.of("P1", "P4b", "P8")),
            new Path(List.of(made, branched, passed, used), List.of("P2"))),
        List.of("com.example.NicDriver"),
        List.of("'nic' is a PCI device that masters the bus, since its provider is an IOPCIDevice"),
        "0f3a9c");
  }

  private static Finding balloon() {
    SourceSpan at = new SourceSpan(BALLOON, 77, 9, 79, 10);
    return new Finding(
        "bypassing-device-fed-iova",
        Optional.of("E03"),
        List.of(),
        Severity.ERROR,
        Confidence.HIGH,
        at,
        "bus address reaches the page numbers of queue 0, which the host reads as guest pages",
        new Platforms(
            List.of("P8"),
            List.of("P4", "P7"),
            List.of(),
            List.of("P1", "P2", "P4b", "P10", "P12"),
            new TreeMap<>(Map.of("P8", "when virtio bit 33 is off"))),
        List.of(
            new Path(
                List.of(
                    step(
                        BALLOON,
                        9,
                        "    return «(int) (address >>> 12)»;",
                        PathStep.Kind.CHANGE,
                        "shifted right by 12: a page number",
                        "IOVA(sys), page number"),
                    new PathStep(
                        at,
                        PathStep.Kind.SINK,
                        "the host reads a guest page number",
                        "IOVA(sys), page number",
                        "        queue.put(")),
                List.of("P8"))),
        List.of("com.example.virtio.Balloon"),
        List.of(),
        "77b1e0");
  }

  /** Names and sources that attack terminals, links, placeholders and parsers of URIs. */
  private static Finding hostile() {
    String longLine =
        "\tint \u4e2d\u6587 = 0; // \ud83d\ude00 e\u0301 \u202E\u200B "
            + "pad ".repeat(80)
            + "device.put(\ud83d\ude00, \u0007bell);"
            + " tail".repeat(5000);
    int column = longLine.indexOf("device.put") + 1;
    return new Finding(
        "model-rule",
        Optional.empty(),
        List.of(),
        Severity.WARNING,
        Confidence.LOW,
        new SourceSpan(HOSTILE, 5, column, 5, column + 22),
        "name '" + ESCAPE + "' {0} and [a](http://x) \ud800 \u009b31m \u200d \udb40\udc41",
        Platforms.of(List.of("any"), List.of(), List.of(), List.of()),
        List.of(
            new Path(
                List.of(
                    new PathStep(
                        new SourceSpan(HOSTILE, 5, 6, 5, 8),
                        PathStep.Kind.STORE,
                        "line\r\nbreak and \u2066bidi\u2069 [link](1) {12}",
                        "\u001b[8mhidden",
                        longLine),
                    new PathStep(
                        new SourceSpan(HOSTILE, 5, column, 5, column + 22),
                        PathStep.Kind.SINK,
                        "taken",
                        "\ud83d\ude00",
                        longLine)),
                List.of("any"))),
        List.of("Evil\u001b[0m"),
        List.of("assumed\nin two lines"),
        "00");
  }

  private static Finding refusal() {
    return new Finding(
        "bypassed-command-unchecked",
        Optional.of("E02"),
        List.of(),
        Severity.NOTE,
        Confidence.HIGH,
        new SourceSpan("Main.java", 1, 1, 1, 1),
        "no command is made where a mapper is on, and the null is used",
        Platforms.of(List.of("P1"), List.of("P4"), List.of(), List.of()),
        List.of(
            new Path(
                List.of(
                    new PathStep(
                        new SourceSpan("Main.java", 1, 1, 1, 1),
                        PathStep.Kind.SINK,
                        "used here",
                        "",
                        "")),
                List.of("P1"))),
        List.of(),
        List.of(),
        "e02");
  }

  /** A step whose span is what stands between the guillemets of {@code marked}. */
  private static PathStep step(
      String file, int line, String marked, PathStep.Kind kind, String message, String space) {
    int from = marked.indexOf('«') + 1;
    int to = marked.indexOf('»');
    return new PathStep(
        new SourceSpan(file, line, from, line, to),
        kind,
        message,
        space,
        marked.replace("«", "").replace("»", ""));
  }

  private static List<Gap> gaps() {
    return List.of(
        missing(3, "Ring"),
        missing(4, "Ring.Entry"),
        missing(12, "com.example.Queue"),
        missing(90, "com.example.Lock"),
        missing(91, "com.example.Lock"),
        new Gap(Gap.Kind.SYNTAX, REGISTERS, 7, "';' expected; correct the line"),
        new Gap(Gap.Kind.TOO_LARGE, "gen/Tables.java", 1, "52428800 bytes; the limit is 16777216"),
        new Gap(Gap.Kind.FAILED, HOSTILE, 1, "the parser gave up: " + ESCAPE),
        new Gap(Gap.Kind.NOT_A_FILE, "pipe.java", 1, "a FIFO; it was not opened"),
        new Gap(Gap.Kind.BOUND, "", 1, "64 contexts of 'Ring.put' were joined"));
  }

  private static Gap missing(int line, String type) {
    return new Gap(
        Gap.Kind.MISSING_TYPE,
        NIC,
        line,
        "type '" + type + "' is not found; name its jar or classes with --classpath");
  }

  private static List<RuleInfo> rules() {
    return List.of(
        RuleInfo.named("physical-address-to-device", Severity.ERROR)
            .mistake("E01")
            .summary("CPU-physical address handed to a device that takes a bus address")
            .source("xnu: iokit/Kernel/IOMemoryDescriptor.cpp, getPhysicalSegment")
            .tags("translation", "iommu")
            .cwe(787, 119)
            .page("# Physical address to device\n\nSee `a[0](x)` and {0}.\n"),
        RuleInfo.named("bypassed-command-unchecked", Severity.NOTE)
            .mistake("E02")
            .summary("Command for bypassing addresses used without a test"),
        RuleInfo.named("bypassing-device-fed-iova", Severity.ERROR)
            .mistake("E03")
            .summary("Bus address handed to a consumer that no IOMMU stands before")
            .tags("translation"),
        RuleInfo.named("model-rule", Severity.WARNING));
  }

  private static List<PlatformInfo> platforms() {
    return List.of(
        platform("P1", "Intel Mac, VT-d on"),
        platform("P2", "Mac whose driver opted in to a device mapper"),
        platform("P4", "Hackintosh, no mapper"),
        platform("P4b", "Hackintosh with DisableIoMapperMapping"),
        platform("P7", "QEMU with intel-iommu, caching-mode on"),
        platform("P8", "QEMU with intel-iommu, caching-mode off"),
        platform("P9", "QEMU with virtio-iommu"),
        platform("P10", "Hyper-V"),
        platform("P12", "Xen HVM"));
  }

  private static PlatformInfo platform(String id, String name) {
    return new PlatformInfo(id, name, List.of("RAM above 4 GiB", "RAM below 4 GiB"));
  }
}
