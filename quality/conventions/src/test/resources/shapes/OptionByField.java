// An option word and a mapper that both hang on one field. Not compiled: it is read.

import dev.dmalint.iokit.*;

@Personality(providerClass = "IOPCIDevice", pciClassMatch = "0x01080200&0xffffff00")
public class OptionByField extends IOService {
  private boolean direct;

  @Override
  public boolean init(OSDictionary properties) {
    direct = properties != null && properties.getObject("Direct") != null;
    return super.init(properties);
  }

  private int options() {
    int options = 0;
    if (direct) {
      options |= IODMACommand.kUnmapped;
    } else {
      options |= IODMACommand.kMapped;
    }
    return options;
  }

  @Override
  public boolean start(IOService provider) {
    IOPCIDevice device = (IOPCIDevice) provider;
    IOMemoryMap window =
        device.mapDeviceMemoryWithRegister(IOPCIDevice.kIOPCIConfigBaseAddress0);
    IOMapper mapper = direct ? null : IOMapper.copyMapperForDevice(device);
    IODMACommand command =
        IODMACommand.withSpecification(
            IODMACommand::OutputHost64, 64, 0, options(), 0, 4096, mapper);
    if (command == null) {
      return false;
    }
    command.setMemoryDescriptor(
        IOBufferMemoryDescriptor.inTaskWithOptions(
            Task.kernel_task, IOMemoryDescriptor.kIODirectionInOut, 4096, 4096));
    IODMACommand.Segment64[] segments = {new IODMACommand.Segment64()};
    // source physical-address-to-device
    command.gen64IOVMSegments(new long[] {0}, segments, new int[] {1});
    // Where the options say "mapped", the mapper is the device's: the two branches are not correlated.
    // spurious address-of-another-domain
    // want physical-address-to-device breaks=P1,P2,P3,P4b,P5,P8
    OSByteOrder.OSWriteLittleInt64(window.getVirtualAddress(), 0x28, segments[0].fIOVMAddr);
    return true;
  }
}
