package dev.dmalint.samples.wifi.repaired;

import dev.dmalint.iokit.IOBufferMemoryDescriptor;
import dev.dmalint.iokit.IODMACommand;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMemoryDescriptor;
import dev.dmalint.iokit.IOMemoryMap;
import dev.dmalint.iokit.IOPCIDevice;
import dev.dmalint.iokit.IOReturn;
import dev.dmalint.iokit.IOService;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Task;

/** A Wi-Fi card that asks for a mapped command, which is there on every machine. */
public final class WifiCard extends IOService {
  private static final int RX_DESCRIPTORS = 0x0338;
  private static final int BEACON_DESCRIPTORS = 0x0308;
  private static final int PCIE_CONTROL = 0x0300;
  private static final long RING_BYTES = 4096;
  private static final int OPTIONS = IODMACommand.kMapped | IODMACommand.kIODMAMapOptionOnChip;

  private IOPCIDevice card;
  private IOMemoryMap mmio;
  private IOBufferMemoryDescriptor memory;
  private IODMACommand command;

  @Override
  public boolean start(IOService provider) {
    if (!super.start(provider) || !(provider instanceof IOPCIDevice)) {
      return false;
    }
    card = (IOPCIDevice) provider;
    if (!card.open(this)) {
      return false;
    }
    card.setMemoryEnable(true);
    card.setBusLeadEnable(true);
    mmio = card.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress2);
    memory =
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, RING_BYTES, RING_BYTES);
    if (mmio == null || memory == null) {
      stop(provider);
      return false;
    }
    IOMapper mapper = IOMapper.copyMapperForDevice(card);
    command =
        IODMACommand.withSpecification(IODMACommand::OutputHost64, 64, 0, OPTIONS, 0, 1, mapper);
    if (mapper != null) {
      mapper.release();
    }
    if (command == null) {
      IOLib.IOLog("%s: no DMA command\n", getName());
      stop(provider);
      return false;
    }
    if (!program()) {
      stop(provider);
      return false;
    }
    registerService();
    return true;
  }

  private boolean program() {
    if (command.setMemoryDescriptor(memory) != IOReturn.kIOReturnSuccess) {
      return false;
    }
    long[] offset = {0};
    Segment64[] ring = {new Segment64()};
    int[] count = {1};
    int result = command.gen64IOVMSegments(offset, ring, count);
    if (result != IOReturn.kIOReturnSuccess || offset[0] != RING_BYTES) {
      return false;
    }
    long base = mmio.getVirtualAddress();
    OSByteOrder.OSWriteLittleInt64(base, RX_DESCRIPTORS, ring[0].fIOVMAddr);
    OSByteOrder.OSWriteLittleInt64(base, BEACON_DESCRIPTORS, ring[0].fIOVMAddr + 2048);
    OSByteOrder.OSWriteLittleInt32(base, PCIE_CONTROL, 0);
    return true;
  }

  @Override
  public void stop(IOService provider) {
    if (mmio != null) {
      OSByteOrder.OSWriteLittleInt32(mmio.getVirtualAddress(), PCIE_CONTROL, 0xffff);
    }
    if (command != null) {
      command.clearMemoryDescriptor();
      command.release();
      command = null;
    }
    if (memory != null) {
      memory.release();
      memory = null;
    }
    if (mmio != null) {
      mmio.release();
      mmio = null;
    }
    card.setBusLeadEnable(false);
    card.close(this);
    super.stop(provider);
  }
}
