package dev.dmalint.samples.fallback;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.Personality;
import java.util.function.Function;

/**
 * A data acquisition board that finds out what stands in front of it: a mapper of its own, the
 * system's, or none.
 */
@Personality(
    name = "Acquisition board",
    providerClass = "IOPCIDevice",
    pciMatch = "0x70f010e8 0x80d110e8")
public final class AcquisitionBoard extends IOService {
  private static final int WINDOW = 0;
  private static final long SAMPLES_TO = 0x24;
  private static final long LOG_TO = 0x2c;
  private static final long CONTROL = 0x38;

  private IOPCIDevice board;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private Transfer samples;
  private Transfer log;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    board = (IOPCIDevice) provider;
    if (!board.open(this)) {
      return false;
    }
    board.setMemoryEnable(true);
    board.setBusLeadEnable(true);
    samples = transfer(64 * 1024, MapperChain::command);
    log = transfer(4096, BypassFirst::command);
    workLoop = IOWorkLoop.workLoop();
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this, (owner, source, count) -> ((AcquisitionBoard) owner).run(), board, 0);
    if (samples == null || log == null || workLoop == null || interrupts == null) {
      stop(provider);
      return false;
    }
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    run();
    registerService();
    return true;
  }

  private Transfer transfer(long bytes, Function<IOPCIDevice, IODMACommand> by) {
    return Transfer.of(bytes, by.apply(board));
  }

  private void run() {
    board.deviceMemoryWrite64(WINDOW, SAMPLES_TO, samples.start());
    board.deviceMemoryWrite64(WINDOW, LOG_TO, log.start());
    board.deviceMemoryWrite32(WINDOW, CONTROL, 1);
  }

  @Override
  public void stop(IOService provider) {
    board.deviceMemoryWrite32(WINDOW, CONTROL, 0);
    if (interrupts != null) {
      interrupts.disable();
      if (workLoop != null) {
        workLoop.removeEventSource(interrupts);
      }
      interrupts.release();
      interrupts = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    if (samples != null) {
      samples.release();
      samples = null;
    }
    if (log != null) {
      log.release();
      log = null;
    }
    board.setBusLeadEnable(false);
    board.close(this);
    super.stop(provider);
  }
}
