package dev.dmalint.iokit.drivers;

import static dev.dmalint.iokit.IODMACommand.kMapped;
import static dev.dmalint.iokit.IODMACommand.kUnmapped;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionIn;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionInOut;
import static dev.dmalint.iokit.IOMemoryDescriptor.kIODirectionOut;
import static dev.dmalint.iokit.IOPCIDevice.kIOInterruptTypePCIMessaged;
import static dev.dmalint.iokit.IOPCIDevice.kIOPCICapabilityIDMSI;
import static dev.dmalint.iokit.IOPCIDevice.kIOPCICommandBusLead;
import static dev.dmalint.iokit.IOPCIDevice.kIOPCIConfigBaseAddress0;
import static dev.dmalint.iokit.IOPCIDevice.kIOPCIConfigCommand;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IOCommandGate;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMAEventSource;
import dev.dmalint.iokit.IODeviceMemory;
import dev.dmalint.iokit.IOFilterInterruptEventSource;
import dev.dmalint.iokit.IOInterruptEventSource;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.IOTimerEventSource;
import dev.dmalint.iokit.IOWorkLoop;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.OSDictionary;
import dev.dmalint.iokit.OSObject;
import dev.dmalint.iokit.Personality;
import dev.dmalint.iokit.Task;

/** A whole driver that uses every table but those of memory, as its author writes it. */
@Personality(providerClass = "IOPCIDevice", pciMatch = "0x10d38086", tunnelCompatible = true)
@Personality(
    name = "by class",
    providerClass = "IOPCIDevice",
    pciClassMatch = "0x02000000&0xffffff00")
public final class NicDriver extends IOService {
  private IOPCIDevice device;
  private IOMemoryMap registers;
  private IOWorkLoop workLoop;
  private IOInterruptEventSource interrupts;
  private IOCommandGate gate;
  private IOTimerEventSource timer;
  private IODMACommand command;
  private long ring;

  @Override
  public boolean init(OSDictionary properties) {
    return super.init(properties) && setProperty("IOPCIUseDeviceMapper", true);
  }

  @Override
  public IOService probe(IOService provider, int[] score) {
    return provider instanceof IOPCIDevice ? super.probe(provider, score) : null;
  }

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice nub) || !nub.open(this)) {
      return false;
    }
    device = nub;
    configure();
    workLoop = IOWorkLoop.workLoop();
    interrupts = IOInterruptEventSource.interruptEventSource(this, this::interrupted, device, 0);
    workLoop.addEventSource(interrupts);
    addMoreSources();
    IOMapper mapper = IOMapper.copyMapperForDevice(device);
    command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, mapper, null);
    if (command == null || !program()) {
      return false;
    }
    interrupts.enable();
    registerService();
    return true;
  }

  @Override
  public void stop(IOService provider) {
    interrupts.disable();
    workLoop.removeEventSource(interrupts);
    command.clearMemoryDescriptor();
    command.release();
    device.setBusLeadEnable(false);
    device.close(this);
    super.stop(provider);
  }

  @Override
  public void free() {
    if (registers != null) {
      registers.release();
    }
    super.free();
  }

  @Override
  public IOWorkLoop getWorkLoop() {
    return workLoop;
  }

  private void configure() {
    device.setMemoryEnable(true);
    device.setIOEnable(false);
    device.setBusMasterEnable(true);
    int word = device.configRead16(kIOPCIConfigCommand);
    device.configWrite16(kIOPCIConfigCommand, word | kIOPCICommandBusLead);
    device.configWrite8(0x3C, device.configRead8(0x3C));
    device.configWrite32(0x10, device.configRead32(0x10));
    device.extendedConfigWrite32(0x100, device.extendedConfigRead32(0x100));
    int[] offset = new int[1];
    if (device.findPCICapability(kIOPCICapabilityIDMSI, offset) != 0) {
      device.configureInterrupts(kIOInterruptTypePCIMessaged, 1, 1, 0);
    }
    device.extendedFindPCICapability(-0x0F, offset);
    registers = device.mapDeviceMemoryWithRegister(kIOPCIConfigBaseAddress0);
    IODeviceMemory bar = device.getDeviceMemoryWithRegister(kIOPCIConfigBaseAddress0);
    IODeviceMemory same = device.getDeviceMemoryWithIndex(0);
    IOLib.IOLog(
        "%d: %d:%d %p %p of %u\n",
        device.getBusNumber(),
        device.getDeviceNumber(),
        device.getFunctionNumber(),
        bar.getPhysicalAddress(),
        same.getPhysicalAddress(),
        device.getDeviceMemoryCount());
    device.mapDeviceMemoryWithIndex(1, IOMemoryDescriptor.kIOMapWriteCombineCache).release();
    device.ioWrite32(0x514, 1);
    device.ioWrite8(0x505, device.ioRead8(0x505));
    device.ioWrite16(0x08, device.ioRead16(0x08, registers), registers);
    device.ioWrite32(0x08, device.ioRead32(0x08, registers), registers);
    device.deviceMemoryWrite32(0, 0x3800, device.deviceMemoryRead32(0, 0x3800));
    device.deviceMemoryWrite64(0, 0x28, device.deviceMemoryRead64(0, 0x28));
    int[] value = new int[1];
    device.deviceMemoryRead8(0, 0, value);
    device.deviceMemoryWrite16(0, 0, value[0]);
    device.deviceMemoryRead(0, 0, new long[1], 4, 0);
    device.deviceMemoryWrite(0, 0, 1L, 8, 0);
  }

  private void addMoreSources() {
    gate = IOCommandGate.commandGate(this);
    timer = IOTimerEventSource.timerEventSource(this, (owner, sender) -> sender.setTimeoutMS(100));
    workLoop.addEventSource(gate);
    workLoop.addEventSource(timer);
    timer.setTimeoutUS(10);
    timer.cancelTimeout();
    IOFilterInterruptEventSource filtered =
        IOFilterInterruptEventSource.filterInterruptEventSource(
            this, (owner, source, count) -> {}, (owner, source) -> true, device, 1);
    workLoop.addEventSource(filtered);
    device.registerInterrupt(0, this, (target, refCon, nub, source) -> {}, null);
    device.enableInterrupt(0);
    device.disableInterrupt(0);
    IODMAEventSource channel =
        IODMAEventSource.dmaEventSource(
            this, device, (owner, source, done, status, count, time) -> {}, null, 0);
    channel.startDMACommand(command, kIODirectionOut, 64, 0);
    channel.queryDMACommand(new IODMACommand[1], new long[1]);
    channel.stopDMACommand();
    workLoop.runAction((target, a0, a1, a2, a3) -> 0, this);
  }

  private boolean program() {
    IOBufferMemoryDescriptor buffer =
        IOBufferMemoryDescriptor.inTaskWithOptions(Task.kernel_task, kIODirectionInOut, 4096, 4096);
    if (command.setMemoryDescriptor(buffer) != kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    int[] count = {1};
    Segment64[] segments = {new Segment64()};
    if (command.genIOVMSegments(offset, segments, count) != kIOReturnSuccess || count[0] != 1) {
      return false;
    }
    command.gen64IOVMSegments(offset, segments, count);
    ring = segments[0].fIOVMAddr;
    long base = registers.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt32(base, 0x3800, (int) ring);
    OSByteOrder.OSWriteLittleInt32(base, 0x3804, (int) (ring >>> 32));
    OSByteOrder.OSWriteBigInt64(buffer.getBytesNoCopy(), 0, ring);
    OSByteOrder.OSMemoryBarrier();
    return OSByteOrder.OSReadLittleInt32(base, 0x3800) == (int) ring;
  }

  IODMACommand[] otherCommands(IOMapper mapper) {
    IODMACommand.SegmentOptions options = new IODMACommand.SegmentOptions();
    options.fNumAddressBits = 32;
    options.fMaxSegmentSize = 0x10000;
    options.fAlignment = 16;
    IODMACommand.SegmentFunction output =
        (target, segment, out, index) -> OSByteOrder.OSSwapInt64(segment.fIOVMAddr) != 0;
    IODMACommand[] weak = new IODMACommand[1];
    IODMACommand.weakWithSpecification(weak, output, 64, 0, kMapped, 0, 1, mapper, this);
    return new IODMACommand[] {
      IODMACommand.withSpecification(IODMACommand::OutputHost32, 32, 0x1000),
      IODMACommand.withSpecification(output, 64, 0, kUnmapped),
      IODMACommand.withSpecification(output, 64, 0, kUnmapped, 0, 1, null, null),
      IODMACommand.withSpecification(output, 64, 0, kMapped, 0, 1, device, null),
      IODMACommand.withSpecification(output, options, kMapped, mapper, null),
      IODMACommand.withSpecification(output, options, kMapped, null, null),
      IODMACommand.withRefCon(this),
      weak[0].cloneCommand(),
    };
  }

  int useCommand(IOMemoryDescriptor memory) {
    int code = command.setMemoryDescriptor(memory, false);
    code |= command.prepare(0, 0);
    code |= command.prepare(0, memory.getLength(), true, true);
    code |= command.synchronize(kIODirectionIn);
    code |= command.getPreparedOffsetAndLength(new long[1], new long[1]);
    code |= command.getNumAddressBits() | command.getAlignment();
    code |= command.getAlignmentLength() | command.getAlignmentInternalSegments();
    code |= (int) command.readBytes(0, new byte[4], 4) | (int) command.writeBytes(0, null, 0);
    command.createCopyBuffer(kIODirectionIn, 64).release();
    code |= command.getMemoryDescriptor() == command.getIOMemoryDescriptor() ? 0 : 1;
    code |= command.complete(true, true);
    code |=
        command.prepareWithSpecification(
            IODMACommand::OutputHost64, 64, 0, kMapped, 0, 1, null, 0, 0, true, true);
    return code | command.complete();
  }

  private void interrupted(OSObject owner, IOInterruptEventSource source, int count) {
    gate.runAction(this::send, ring, count, null, null);
    gate.commandWakeup(this);
  }

  private int send(OSObject owner, Object first, Object second, Object third, Object fourth) {
    return gate.commandSleep(this);
  }
}
