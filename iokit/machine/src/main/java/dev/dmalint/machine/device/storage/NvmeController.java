package dev.dmalint.machine.device.storage;

import static dev.dmalint.machine.device.storage.NvmeRegister.ACQ;
import static dev.dmalint.machine.device.storage.NvmeRegister.AQA;
import static dev.dmalint.machine.device.storage.NvmeRegister.ASQ;
import static dev.dmalint.machine.device.storage.NvmeRegister.CAP;
import static dev.dmalint.machine.device.storage.NvmeRegister.CC;
import static dev.dmalint.machine.device.storage.NvmeRegister.CSTS;
import static dev.dmalint.machine.device.storage.NvmeRegister.DOORBELLS;
import static dev.dmalint.machine.device.storage.NvmeRegister.INTMC;
import static dev.dmalint.machine.device.storage.NvmeRegister.INTMS;
import static dev.dmalint.machine.device.storage.NvmeRegister.VS;

import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.bus.DeviceBus;
import dev.dmalint.machine.device.NoBus;
import dev.dmalint.machine.device.RegisterFile;
import java.util.List;
import java.util.Optional;

/**
 * An NVMe controller with the admin queue, one pair of I/O queues and one namespace of blocks of
 * 512 bytes. It identifies itself, reads and writes; data is found by PRPs. Bits 11:0 of the
 * addresses of the admin queues are zero whatever is written.
 *
 * <p>It is ready as soon as it is enabled, and executes what a doorbell announced when time passes
 * or a register is read. Interrupt 0 comes with a completion, or where one is left when a mask
 * goes.
 *
 * @see "NVM Express 1.4, 3.1, 7.6.1"
 */
public final class NvmeController implements Device {
  static final int VERSION = 0x0001_0400;

  private static final int DEFAULT_ID = 0x00101B36;
  private static final int CLASS = 0x010802;
  private static final long WINDOW = 0x4000;
  private static final int LARGEST_QUEUE = 1024;
  private static final int LARGEST_PAGE = 4;
  private static final long QUEUES_CONTIGUOUS = 1L << 16;
  private static final long TIMEOUT = 1L << 24;
  private static final long NVM_COMMANDS = 1L << 37;
  private static final long QUEUE_BITS = -4096;
  private static final int ENABLE = 1;
  private static final int SHUTDOWN = 0xC000;
  private static final int READY = 1;
  private static final int FATAL = 2;
  private static final int SHUTDOWN_DONE = 2 << 2;

  private final Identity identity;
  private final RegisterFile registers = new RegisterFile();
  private final Medium medium;
  private DeviceBus bus = NoBus.NONE;
  private NvmeAdmin admin;
  private Optional<SubmissionQueue> adminQueue = Optional.empty();
  private boolean masked;

  /**
   * A controller.
   *
   * @param id device id in the high, vendor id in the low 16 bits; 0 for any
   * @param medium what it stores
   */
  public NvmeController(int id, Medium medium) {
    int known = id == 0 ? DEFAULT_ID : id;
    this.medium = medium;
    identity =
        new Identity(
            known & 0xFFFF, known >>> 16, CLASS, List.of(new Window(0, WINDOW, Kind.WIDE_MEMORY)));
    admin = new NvmeAdmin(medium, known & 0xFFFF, LARGEST_QUEUE);
    long capabilities =
        (LARGEST_QUEUE - 1)
            | QUEUES_CONTIGUOUS
            | TIMEOUT
            | NVM_COMMANDS
            | (long) LARGEST_PAGE << 52;
    set(CAP, capabilities);
    set(VS, VERSION);
  }

  @Override
  public Identity identity() {
    return identity;
  }

  @Override
  public void attach(DeviceBus to) {
    bus = to;
  }

  private long get(NvmeRegister register) {
    return registers.read(0, register.offset(), register.size());
  }

  private void set(NvmeRegister register, long value) {
    registers.write(0, register.offset(), register.size(), value);
  }

  @Override
  public long read(int bar, long offset, int size) {
    act();
    if (offset >= DOORBELLS) {
      return 0;
    }
    return offset == INTMS.offset() || offset == INTMC.offset()
        ? (masked ? 1 : 0)
        : registers.read(0, offset, size);
  }

  @Override
  public void write(int bar, long offset, int size, long value) {
    if (offset >= DOORBELLS) {
      ring((int) (offset - DOORBELLS) / 4, (int) value & 0xFFFF);
    } else if (offset == CC.offset()) {
      configure((int) value);
    } else if (offset == INTMS.offset()) {
      masked |= (value & 1) != 0;
    } else if (offset == INTMC.offset()) {
      masked &= (value & 1) == 0;
      if (!masked && (isPending(adminQueue) || isPending(admin.submissions()))) {
        bus.interrupt(0);
      }
    } else if (offset >= AQA.offset() && offset < ACQ.offset() + ACQ.size()) {
      registers.write(0, offset, size, value);
      set(ASQ, get(ASQ) & QUEUE_BITS);
      set(ACQ, get(ACQ) & QUEUE_BITS);
    }
  }

  private static boolean isPending(Optional<SubmissionQueue> queue) {
    return queue
        .map(SubmissionQueue::completions)
        .filter(completions -> completions.interrupts() && completions.isPending())
        .isPresent();
  }

  private void configure(int value) {
    boolean was = (get(CC) & ENABLE) != 0;
    boolean enable = (value & ENABLE) != 0;
    set(CC, value);
    if (enable && !was) {
      enable(value);
    } else if (!enable && was) {
      adminQueue = Optional.empty();
      admin = new NvmeAdmin(medium, identity.vendor(), LARGEST_QUEUE);
      set(CSTS, 0);
    }
    if ((value & SHUTDOWN) != 0) {
      set(CSTS, get(CSTS) | SHUTDOWN_DONE);
    }
  }

  private void enable(int configuration) {
    if ((configuration >>> 7 & 0xF) > LARGEST_PAGE) {
      bus.note("CC.MPS asks for pages larger than CAP.MPSMAX");
      set(CSTS, FATAL);
      return;
    }
    int sizes = (int) get(AQA);
    CompletionQueue completions = new CompletionQueue(get(ACQ), (sizes >>> 16 & 0xFFF) + 1, true);
    adminQueue = Optional.of(new SubmissionQueue(get(ASQ), (sizes & 0xFFF) + 1, completions));
    set(CSTS, READY);
  }

  private int page() {
    return 4096 << (get(CC) >>> 7 & 0xF);
  }

  private void ring(int doorbell, int value) {
    Optional<SubmissionQueue> queue = queue(doorbell / 2);
    boolean taken =
        doorbell % 2 == 0
            ? queue.map(found -> found.ring(value)).orElse(false)
            : completions(doorbell / 2).map(found -> found.ring(value)).orElse(false);
    if (!taken) {
      bus.note("doorbell %d does not take %d".formatted(doorbell, value));
    }
  }

  private Optional<SubmissionQueue> queue(int number) {
    return switch (number) {
      case 0 -> adminQueue;
      case 1 -> admin.submissions();
      default -> Optional.empty();
    };
  }

  private Optional<CompletionQueue> completions(int number) {
    return number == 1 ? admin.completions() : queue(number).map(SubmissionQueue::completions);
  }

  @Override
  public void act() {
    if ((get(CSTS) & READY) == 0) {
      return;
    }
    serve(0);
    serve(1);
  }

  private void serve(int number) {
    Optional<SubmissionQueue> found = queue(number);
    if (found.isEmpty()) {
      return;
    }
    SubmissionQueue queue = found.get();
    CompletionQueue completions = queue.completions();
    boolean posted = false;
    while (!queue.isEmpty() && !completions.isFull()) {
      NvmeCommand command = queue.take(bus.dma());
      PrpWalk walk = new PrpWalk(bus.dma(), page());
      NvmeStatus status =
          number == 0
              ? admin.execute(command, walk, page())
              : new NvmeBlocks(medium).execute(command, walk);
      bus.note("queue %d: command 0x%02x ends with %s".formatted(number, command.opcode(), status));
      completions.post(bus.dma(), 0, number, queue.head(), command.id(), status);
      posted = true;
    }
    if (posted && completions.interrupts() && !masked) {
      bus.interrupt(0);
    }
  }
}
