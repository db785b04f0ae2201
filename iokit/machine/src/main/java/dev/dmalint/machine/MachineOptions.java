package dev.dmalint.machine;

import java.util.List;

/**
 * What a machine is like beyond its world.
 *
 * @param seed decides in which order pages are handed out
 * @param collisions whether IOVAs and RAM share low numbers, so that a wrong space hits something
 * @param panicOnFault whether a fault of a device stops the kernel
 * @param staleEntries whether a removed IOVA stays readable until time passes
 * @param mapperAtOpen whether a device gets its own mapper when it is opened, not at boot
 * @param stepBudget calls and accesses of a driver before it is stopped
 * @param failures steps that fail, as {@code allocate:2} for the second allocation
 * @param firstPages the first pages that are handed out, CPU-physical
 */
public record MachineOptions(
    long seed,
    boolean collisions,
    boolean panicOnFault,
    boolean staleEntries,
    boolean mapperAtOpen,
    long stepBudget,
    List<String> failures,
    List<Long> firstPages) {
  /** Copies the lists. */
  public MachineOptions {
    failures = List.copyOf(failures);
    firstPages = List.copyOf(firstPages);
  }

  /** {@return what a machine is like if nobody says otherwise} */
  public static MachineOptions usual() {
    return new MachineOptions(1, false, false, false, false, 20_000_000, List.of(), List.of());
  }

  /** {@return the same with another seed} */
  public MachineOptions withSeed(long other) {
    return new MachineOptions(
        other,
        collisions,
        panicOnFault,
        staleEntries,
        mapperAtOpen,
        stepBudget,
        failures,
        firstPages);
  }

  /** {@return the same with IOVAs and RAM at the same low numbers} */
  public MachineOptions withCollisions() {
    return new MachineOptions(
        seed, true, panicOnFault, staleEntries, mapperAtOpen, stepBudget, failures, firstPages);
  }

  /** {@return the same with faults that stop the kernel} */
  public MachineOptions withPanicOnFault() {
    return new MachineOptions(
        seed, collisions, true, staleEntries, mapperAtOpen, stepBudget, failures, firstPages);
  }

  /** {@return the same with removed IOVAs that stay readable for a while} */
  public MachineOptions withStaleEntries() {
    return new MachineOptions(
        seed, collisions, panicOnFault, true, mapperAtOpen, stepBudget, failures, firstPages);
  }

  /** {@return the same with another budget} */
  public MachineOptions withStepBudget(long steps) {
    return new MachineOptions(
        seed, collisions, panicOnFault, staleEntries, mapperAtOpen, steps, failures, firstPages);
  }

  /** {@return the same with steps that fail} */
  public MachineOptions withFailures(String... steps) {
    return new MachineOptions(
        seed,
        collisions,
        panicOnFault,
        staleEntries,
        mapperAtOpen,
        stepBudget,
        List.of(steps),
        firstPages);
  }

  /** {@return the same with pages that are handed out first} */
  public MachineOptions withFirstPages(Long... pages) {
    return new MachineOptions(
        seed,
        collisions,
        panicOnFault,
        staleEntries,
        mapperAtOpen,
        stepBudget,
        failures,
        List.of(pages));
  }

  /** {@return the same with device mappers that come in at {@code open}} */
  public MachineOptions withMapperAtOpen() {
    return new MachineOptions(
        seed, collisions, panicOnFault, staleEntries, true, stepBudget, failures, firstPages);
  }
}
