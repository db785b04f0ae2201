package dev.dmalint.samples.dext.repaired;

import static dev.dmalint.iokit.IOReturn.kIOReturnNoSpace;
import static dev.dmalint.iokit.IOReturn.kIOReturnSuccess;

import dev.dmalint.driverkit.IOAddressSegment;
import dev.dmalint.driverkit.IOBufferMemoryDescriptor;
import dev.dmalint.driverkit.IODMACommand;
import dev.dmalint.driverkit.IODMACommandSpecification;
import dev.dmalint.driverkit.IOLib;
import dev.dmalint.driverkit.IOMemoryDescriptor;
import dev.dmalint.driverkit.IOPCIDevice;
import dev.dmalint.driverkit.IOReturn;
import dev.dmalint.driverkit.IOService;
import java.util.Arrays;

/**
 * A DriverKit driver of a streaming card: the segments that {@code PrepareForDMA} gives are
 * addresses of the card's own domain on every machine.
 */
public final class StreamDext extends IOService {
  private static final int BYTES = 64 * 1024;
  private static final int MOST_SEGMENTS = 32;
  private static final int BUS_LEAD_AND_MEMORY = 0x6;
  private static final long SEGMENT_ADDRESS = 0x100;
  private static final long SEGMENT_LENGTH = 0x108;
  private static final long START = 0x04;

  private IOPCIDevice card;
  private IOBufferMemoryDescriptor stream;
  private IODMACommand command;
  private int memoryIndex;

  @Override
  public int Start(IOService provider) {
    int result = super.Start(provider);
    if (result != kIOReturnSuccess) {
      return result;
    }
    if (!(provider instanceof IOPCIDevice)) {
      return IOReturn.kIOReturnUnsupported;
    }
    card = (IOPCIDevice) provider;
    result = card.Open(this);
    if (result != kIOReturnSuccess) {
      return result;
    }
    card.ConfigurationWrite16(IOPCIDevice.kIOPCIConfigurationOffsetCommand, BUS_LEAD_AND_MEMORY);
    result = allocate();
    if (result == kIOReturnSuccess) {
      result = program();
    }
    if (result != kIOReturnSuccess) {
      Stop(provider);
      return result;
    }
    return RegisterService();
  }

  private int allocate() {
    byte[] index = new byte[1];
    int result = card.GetBARInfo(0, index, new long[1], new byte[1]);
    if (result != kIOReturnSuccess) {
      return result;
    }
    memoryIndex = index[0];
    IOBufferMemoryDescriptor[] created = new IOBufferMemoryDescriptor[1];
    result =
        IOBufferMemoryDescriptor.Create(
            IOMemoryDescriptor.kIOMemoryDirectionIn, BYTES, 4096, created);
    stream = created[0];
    if (result != kIOReturnSuccess) {
      return result;
    }
    IODMACommandSpecification specification = new IODMACommandSpecification();
    specification.options = IODMACommand.kIODMACommandSpecificationNoOptions;
    specification.maxAddressBits = 64;
    IODMACommand[] made = new IODMACommand[1];
    result =
        IODMACommand.Create(card, IODMACommand.kIODMACommandCreateNoOptions, specification, made);
    command = made[0];
    return result;
  }

  private int program() {
    IOAddressSegment[] segments = new IOAddressSegment[MOST_SEGMENTS];
    Arrays.setAll(segments, index -> new IOAddressSegment());
    int[] count = {MOST_SEGMENTS};
    long[] flags = new long[1];
    int result =
        command.PrepareForDMA(
            IODMACommand.kIODMACommandPrepareForDMANoOptions,
            stream,
            0,
            BYTES,
            flags,
            count,
            segments);
    if (result != kIOReturnSuccess) {
      return result;
    }
    long covered = 0;
    for (int i = 0; i < count[0]; i++) {
      covered += segments[i].length;
      card.MemoryWrite64(memoryIndex, SEGMENT_ADDRESS + 16L * i, segments[i].address);
      card.MemoryWrite64(memoryIndex, SEGMENT_LENGTH + 16L * i, segments[i].length);
    }
    if (covered != BYTES) {
      command.CompleteDMA(IODMACommand.kIODMACommandCompleteDMANoOptions);
      return kIOReturnNoSpace;
    }
    IOLib.IOLog("stream: %u segments\n", count[0]);
    card.MemoryWrite32(memoryIndex, START, count[0]);
    return kIOReturnSuccess;
  }

  @Override
  public int Stop(IOService provider) {
    if (command != null) {
      card.MemoryWrite32(memoryIndex, START, 0);
      command.CompleteDMA(IODMACommand.kIODMACommandCompleteDMANoOptions);
      command.release();
      command = null;
    }
    if (stream != null) {
      stream.release();
      stream = null;
    }
    card.Close(this);
    return super.Stop(provider);
  }
}
