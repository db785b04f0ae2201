package dev.dmalint.machine;

import java.util.Arrays;

/**
 * What the checker reports, each the first time and every time. {@code docs/dma-checker.md} says
 * when, with an example of each.
 */
enum Misuse {
  AGAINST_DIRECTION("against-direction"),
  BEYOND_PREPARED("beyond-prepared"),
  BUS_LEAD_OFF("bus-lead-off"),
  COMPLETE_DIRECTION("complete-direction"),
  COMPLETE_UNDER_COMMAND("complete-under-command"),
  COMPLETE_UNPREPARED("complete-unprepared"),
  CPU_READS_UNSYNCHRONIZED("cpu-reads-unsynchronized"),
  DEVICE_READS_UNSYNCHRONIZED("device-reads-unsynchronized"),
  FAILURE_IGNORED("failure-ignored"),
  FOREIGN_ADDRESS("foreign-address"),
  FREE_WITH_DESCRIPTOR("free-with-descriptor"),
  FREED_MEMORY("freed-memory"),
  FREED_WHILE_PREPARED("freed-while-prepared"),
  MAPPED_AT_FREE("mapped-at-free"),
  OVERLAP_CONFLICT("overlap-conflict"),
  PREPARED_AT_STOP("prepared-at-stop"),
  SEGMENT_MISALIGNED("segment-misaligned"),
  SEGMENT_TOO_LONG("segment-too-long"),
  SEGMENT_TOO_WIDE("segment-too-wide"),
  STALE_ADDRESS("stale-address"),
  STRAY_ACCESS("stray-access"),
  UNANSWERED_ACCESS("unanswered-access"),
  UNMAP_OWNER("unmap-owner"),
  UNMAP_RANGE("unmap-range"),
  UNMAP_SIZE("unmap-size"),
  UNMAP_UNMAPPED("unmap-unmapped"),
  UNPREPARED_MEMORY("unprepared-memory"),
  USED_AFTER_COMPLETE("used-after-complete");

  private final String id;

  Misuse(String id) {
    this.id = id;
  }

  /** What traces call it. */
  String id() {
    return id;
  }

  /**
   * The kind that the port names.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Misuse of(String id) {
    return Arrays.stream(values())
        .filter(kind -> kind.id.equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no kind of misuse: " + id));
  }
}
