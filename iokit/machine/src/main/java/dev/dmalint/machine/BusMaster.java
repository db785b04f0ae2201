package dev.dmalint.machine;

import dev.dmalint.machine.bus.DmaLimits;
import dev.dmalint.machine.bus.DmaPort;
import dev.dmalint.machine.iommu.Fault;
import dev.dmalint.machine.memory.PhysicalMemory;
import dev.dmalint.machine.trace.TraceEvent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** The requests of one device, page by page through the domain it is in at that moment. */
final class BusMaster implements DmaPort {
  private static final int PAGE_SHIFT = 12;

  private final String device;
  private final PhysicalMemory memory;
  private final Happenings happenings;
  private final DmaChecker checker;
  private final Supplier<Optional<DomainMapper>> mapper;
  private final BooleanSupplier mayAsk;
  private final LongPredicate owned;
  private final boolean intel;
  private final Consumer<Fault> faults;

  /**
   * A requester.
   *
   * @param mapper who translates now; empty for nobody
   * @param mayAsk whether bus lead is on and nothing blocks
   * @param owned whether a physical page was handed out to somebody
   * @param intel whether requests to the interrupt range are interrupts
   * @param faults who is told of refusals
   */
  BusMaster(
      String device,
      PhysicalMemory memory,
      Happenings happenings,
      DmaChecker checker,
      Supplier<Optional<DomainMapper>> mapper,
      BooleanSupplier mayAsk,
      LongPredicate owned,
      boolean intel,
      Consumer<Fault> faults) {
    this.device = device;
    this.memory = memory;
    this.happenings = happenings;
    this.checker = checker;
    this.mapper = mapper;
    this.mayAsk = mayAsk;
    this.owned = owned;
    this.intel = intel;
    this.faults = faults;
  }

  @Override
  public byte[] read(long address, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xFF);
    if (begin(address, length, false)) {
      transfer(address, bytes, false);
    }
    return bytes;
  }

  @Override
  public void write(long address, byte[] bytes) {
    if (begin(address, bytes.length, true)) {
      transfer(address, bytes.clone(), true);
    }
  }

  @Override
  public void probe(long address, int length) {
    if (checker.isForWritingOnly(access(false, address, length))) {
      write(address, new byte[length]);
    } else {
      read(address, length);
    }
  }

  @Override
  public void takes(long address, long length, DmaLimits limits) {
    checker.deviceTakes(access(false, address, length), limits);
  }

  private DeviceAccess access(boolean write, long address, long length) {
    return new DeviceAccess(device, mapper.get().orElse(null), write, address, length);
  }

  private boolean begin(long address, int length, boolean write) {
    if (!mayAsk.getAsBoolean()) {
      happenings.misused(
          Misuse.BUS_LEAD_OFF,
          "%s of 0x%x is lost: the device may not ask"
              .formatted(write ? "a write" : "a read", address),
          device);
      return false;
    }
    if (intel && SpaceNumbers.INTERRUPTS.holds(address)) {
      happenings.add(
          new TraceEvent.Noted(
              "%s %s 0x%x, the range of interrupts: no memory is reached"
                  .formatted(device, write ? "writes" : "reads", address)));
      return false;
    }
    checker.deviceUses(access(write, address, length));
    return true;
  }

  private void transfer(long address, byte[] bytes, boolean write) {
    Optional<DomainMapper> through = mapper.get();
    int shift = through.map(found -> found.domain().pageShift()).orElse(PAGE_SHIFT);
    long page = 1L << shift;
    for (int done = 0; done < bytes.length; ) {
      long at = address + done;
      int part = (int) Math.min(bytes.length - done, page - (at & page - 1));
      Optional<Long> physical =
          through.isEmpty() ? Optional.of(at) : through.get().domain().translate(at, write);
      if (physical.isEmpty()) {
        refuse(through.get().domain().name(), at, write);
        return;
      }
      if (through.isPresent() && memory.isRegister(at)) {
        happenings.add(
            new TraceEvent.Noted(
                "a bridge takes 0x%x of %s: a device has its registers there"
                    .formatted(at, device)));
        move(at, at, bytes, done, part, write);
      } else if (memory.answers(physical.get())) {
        move(at, physical.get(), bytes, done, part, write);
      } else {
        happenings.misused(
            Misuse.UNANSWERED_ACCESS,
            "%s %s 0x%x, where nobody answers"
                .formatted(device, write ? "writes" : "reads", physical.get()),
            device);
      }
      done += part;
    }
  }

  private void move(long at, long physical, byte[] bytes, int done, int part, boolean write) {
    if (write) {
      memory.write(physical, bytes, done, part);
    } else {
      memory.read(physical, bytes, done, part);
    }
    happenings.add(new TraceEvent.Access(device, write, at, physical, part));
    if (memory.isRam(physical) && !owned.test(physical)) {
      happenings.misused(
          Misuse.STRAY_ACCESS,
          "%s %s 0x%x, memory that is nobody's"
              .formatted(device, write ? "writes" : "reads", physical),
          device);
    }
  }

  private void refuse(String domain, long address, boolean write) {
    int reason = write ? Fault.NO_WRITE : Fault.NO_READ;
    Fault fault = new Fault(device, reason, write, address);
    happenings.add(new TraceEvent.Faulted(domain, device, reason, write, address));
    faults.accept(fault);
  }
}
