package dev.dmalint.samples.xhci.repaired;

import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Personality;
import java.util.ArrayList;
import java.util.List;

/** An xHCI host controller whose commands are made with its own mapper. */
@Personality(name = "xHCI", providerClass = "IOPCIDevice", pciClassMatch = "0x0c033000&0xffffff00")
public final class UsbController extends IOService {
  private static final int USBCMD = 0x00;
  private static final int CRCR = 0x18;
  private static final int DCBAAP = 0x30;
  private static final int CONFIG = 0x38;
  private static final int ERSTSZ = 0x28;
  private static final int ERSTBA = 0x30;
  private static final int ERDP = 0x38;
  private static final int TRBS = 256;

  private IOPCIDevice nub;
  private IOMemoryMap bar;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private final List<Table> tables = new ArrayList<>();
  private long operational;
  private long runtime;
  private Table events;
  private int dequeued;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    nub = (IOPCIDevice) provider;
    if (!nub.open(this)) {
      return false;
    }
    nub.setMemoryEnable(true);
    nub.setBusLeadEnable(true);
    bar = nub.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    if (bar == null) {
      stop(provider);
      return false;
    }
    operational = bar.getVirtualAddress() + OSByteOrder.OSReadInt8(bar.getVirtualAddress(), 0);
    runtime =
        bar.getVirtualAddress() + OSByteOrder.OSReadLittleInt32(bar.getVirtualAddress(), 0x18);
    if (!buildTables() || !attachInterrupts()) {
      stop(provider);
      return false;
    }
    OSByteOrder.OSWriteLittleInt32(operational, USBCMD, 5);
    registerService();
    return true;
  }

  private boolean buildTables() {
    Table contexts = table(2048);
    Table commands = table(TRBS * 16);
    events = table(TRBS * 16);
    Table segments = table(64);
    if (contexts == null || commands == null || events == null || segments == null) {
      return false;
    }
    linkToStart(commands);
    OSByteOrder.OSWriteLittleInt64(segments.bytes(), 0, events.address());
    OSByteOrder.OSWriteLittleInt32(segments.bytes(), 8, TRBS);
    OSByteOrder.OSWriteLittleInt32(operational, CONFIG, 16);
    OSByteOrder.OSWriteLittleInt64(operational, DCBAAP, contexts.address());
    OSByteOrder.OSWriteLittleInt64(operational, CRCR, commands.address() | 1);
    OSByteOrder.OSWriteLittleInt32(runtime, ERSTSZ, 1);
    OSByteOrder.OSWriteLittleInt64(runtime, ERDP, events.address());
    OSByteOrder.OSWriteLittleInt64(runtime, ERSTBA, segments.address());
    return true;
  }

  private void linkToStart(Table commands) {
    long link = commands.bytes() + (TRBS - 1) * 16L;
    OSByteOrder.OSWriteLittleInt64(link, 0, commands.address());
    OSByteOrder.OSWriteLittleInt32(link, 12, 6 << 10 | 2);
  }

  private Table table(long bytes) {
    Table table = Table.create(bytes, this::command);
    if (table != null) {
      tables.add(table);
    }
    return table;
  }

  private IODMACommand command() {
    IOMapper mapper = IOMapper.copyMapperForDevice(nub);
    IODMACommand command =
        IODMACommand.withSpecification(Table::keep, 64, 0, IODMACommand.kMapped, 0, 64, mapper);
    if (mapper != null) {
      mapper.release();
    }
    return command;
  }

  private boolean attachInterrupts() {
    workLoop = IOWorkLoop.workLoop();
    interrupts =
        IOInterruptEventSource.interruptEventSource(
            this, (owner, source, count) -> ((UsbController) owner).drain(), nub, 0);
    if (workLoop == null || interrupts == null) {
      return false;
    }
    workLoop.addEventSource(interrupts);
    interrupts.enable();
    return true;
  }

  private void drain() {
    dequeued = (dequeued + 1) % TRBS;
    OSByteOrder.OSWriteLittleInt64(runtime, ERDP, events.address() + 16L * dequeued | 8);
  }

  @Override
  public void stop(IOService provider) {
    if (operational != 0) {
      OSByteOrder.OSWriteLittleInt32(operational, USBCMD, 0);
    }
    if (interrupts != null) {
      interrupts.disable();
      workLoop.removeEventSource(interrupts);
      interrupts.release();
      interrupts = null;
    }
    if (workLoop != null) {
      workLoop.release();
      workLoop = null;
    }
    tables.forEach(Table::release);
    tables.clear();
    if (bar != null) {
      bar.release();
      bar = null;
    }
    nub.setBusLeadEnable(false);
    nub.close(this);
    super.stop(provider);
  }
}
