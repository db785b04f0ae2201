package dev.dmalint.iokit;

/**
 * PCI's numbers and property names, for {@link IOPCIDevice} and its DriverKit twin.
 *
 * @see "IOPCIFamily: IOKit/pci/IOPCIFamilyDefinitions.h, IOPCIDevice.h"
 */
public interface IOPCIFamilyDefinitions {
  // Offsets in configuration space, bytes.
  int kIOPCIConfigurationOffsetVendorID = 0x00;
  int kIOPCIConfigurationOffsetDeviceID = 0x02;
  int kIOPCIConfigurationOffsetCommand = 0x04;
  int kIOPCIConfigurationOffsetStatus = 0x06;
  int kIOPCIConfigurationOffsetRevisionID = 0x08;
  int kIOPCIConfigurationOffsetClassCode = 0x09;
  int kIOPCIConfigurationOffsetCacheLineSize = 0x0C;
  int kIOPCIConfigurationOffsetLatencyTimer = 0x0D;
  int kIOPCIConfigurationOffsetHeaderType = 0x0E;
  int kIOPCIConfigurationOffsetBaseAddress0 = 0x10;
  int kIOPCIConfigurationOffsetBaseAddress1 = 0x14;
  int kIOPCIConfigurationOffsetBaseAddress2 = 0x18;
  int kIOPCIConfigurationOffsetBaseAddress3 = 0x1C;
  int kIOPCIConfigurationOffsetBaseAddress4 = 0x20;
  int kIOPCIConfigurationOffsetBaseAddress5 = 0x24;
  int kIOPCIConfigurationOffsetSubSystemVendorID = 0x2C;
  int kIOPCIConfigurationOffsetSubSystemID = 0x2E;
  int kIOPCIConfigurationOffsetExpansionROMBase = 0x30;
  int kIOPCIConfigurationOffsetCapabilitiesPtr = 0x34;
  int kIOPCIConfigurationOffsetInterruptLine = 0x3C;
  int kIOPCIConfigurationOffsetInterruptPin = 0x3D;

  // The same by their short names.
  int kIOPCIConfigVendorID = kIOPCIConfigurationOffsetVendorID;
  int kIOPCIConfigDeviceID = kIOPCIConfigurationOffsetDeviceID;
  int kIOPCIConfigCommand = kIOPCIConfigurationOffsetCommand;
  int kIOPCIConfigStatus = kIOPCIConfigurationOffsetStatus;
  int kIOPCIConfigRevisionID = kIOPCIConfigurationOffsetRevisionID;
  int kIOPCIConfigClassCode = kIOPCIConfigurationOffsetClassCode;
  int kIOPCIConfigCacheLineSize = kIOPCIConfigurationOffsetCacheLineSize;
  int kIOPCIConfigLatencyTimer = kIOPCIConfigurationOffsetLatencyTimer;
  int kIOPCIConfigHeaderType = kIOPCIConfigurationOffsetHeaderType;
  int kIOPCIConfigBaseAddress0 = kIOPCIConfigurationOffsetBaseAddress0;
  int kIOPCIConfigBaseAddress1 = kIOPCIConfigurationOffsetBaseAddress1;
  int kIOPCIConfigBaseAddress2 = kIOPCIConfigurationOffsetBaseAddress2;
  int kIOPCIConfigBaseAddress3 = kIOPCIConfigurationOffsetBaseAddress3;
  int kIOPCIConfigBaseAddress4 = kIOPCIConfigurationOffsetBaseAddress4;
  int kIOPCIConfigBaseAddress5 = kIOPCIConfigurationOffsetBaseAddress5;
  int kIOPCIConfigSubSystemVendorID = kIOPCIConfigurationOffsetSubSystemVendorID;
  int kIOPCIConfigSubSystemID = kIOPCIConfigurationOffsetSubSystemID;
  int kIOPCIConfigExpansionROMBase = kIOPCIConfigurationOffsetExpansionROMBase;
  int kIOPCIConfigCapabilitiesPtr = kIOPCIConfigurationOffsetCapabilitiesPtr;
  int kIOPCIConfigInterruptLine = kIOPCIConfigurationOffsetInterruptLine;
  int kIOPCIConfigInterruptPin = kIOPCIConfigurationOffsetInterruptPin;

  // Bits of the command register. Without bus lead the function issues no memory request.
  int kIOPCICommandIOSpace = 0x0001;
  int kIOPCICommandMemorySpace = 0x0002;
  int kIOPCICommandBusLead = 0x0004;
  int kIOPCICommandBusMaster = 0x0004;
  int kIOPCICommandSERR = 0x0100;
  int kIOPCICommandInterruptDisable = 0x0400;

  // Capabilities; those of the extended space are passed negated.
  int kIOPCICapabilityIDPowerManagement = 0x01;
  int kIOPCICapabilityIDMSI = 0x05;
  int kIOPCICapabilityIDVendorSpecific = 0x09;
  int kIOPCICapabilityIDPCIExpress = 0x10;
  int kIOPCICapabilityIDMSIX = 0x11;
  int kIOPCIPowerManagementCapability = kIOPCICapabilityIDPowerManagement;
  int kIOPCIMSICapability = kIOPCICapabilityIDMSI;
  int kIOPCIVendorSpecificCapability = kIOPCICapabilityIDVendorSpecific;
  int kIOPCIPCIExpressCapability = kIOPCICapabilityIDPCIExpress;
  int kIOPCIMSIXCapability = kIOPCICapabilityIDMSIX;
  int kIOPCIExpressCapabilityIDAddressTranslationServices = -0x0F;
  int kIOPCIExpressCapabilityIDAccessControlServices = -0x0D;
  int kIOPCIExpressCapabilityIDProcessAddressSpaceID = -0x1B;

  // Types of interrupts.
  int kIOInterruptTypeEdge = 0;
  int kIOInterruptTypeLevel = 1;
  int kIOInterruptTypePCIMessaged = 0x00010000;
  int kIOInterruptTypePCIMessagedX = 0x00020000;

  // Address spaces of the bus.
  int kIOPCIConfigSpace = 0;
  int kIOPCIIOSpace = 1;
  int kIOPCI32BitMemorySpace = 2;
  int kIOPCI64BitMemorySpace = 3;

  // Types of BARs.
  int kPCIBARTypeM32 = 0x0;
  int kPCIBARTypeIO = 0x1;
  int kPCIBARTypeM64 = 0x4;
  int kPCIBARTypeM32PF = 0x8;
  int kPCIBARTypeM64PF = 0xC;

  // Bits of the boot arguments pci= (sets) and npci= (clears).
  int kIOPCIConfiguratorDeviceMap = 0x00000020;
  int kIOPCIConfiguratorMapInterrupts = 0x00000080;
  int kIOPCIConfiguratorPanicOnFault = 0x00000100;
  int kIOPCIConfiguratorIGIsMapped = 0x00008000;
  int kIOPCIConfiguratorSystemMap = 0x04000000;

  // Properties: which mapper a device has, and which a driver asks for.
  String kIOPCIUseDeviceMapperKey = "IOPCIUseDeviceMapper";
  String kIOMMUParentKey = "iommu-parent";
  String kIOMMUSelectionKey = "iommu-selection";
  String kIOMMUIDKey = "iommu-id";
  String kDriverChildBundleKey = "driver-child-bundle";
  String kIOMemoryDescriptorOptionsKey = "IOMemoryDescriptorOptions";
  String kIOPlatformMapperPresentKey = "IOPlatformMapperPresent";

  // Properties of nubs behind a DART: its window and page size, and what it says of a fault.
  String kIOPCIDeviceMemoryMapBaseKey = "IOPCIDeviceMemoryMapBase";
  String kIOPCIDeviceMemoryMapSizeKey = "IOPCIDeviceMemoryMapSize";
  String kIOPCIDeviceMapperPageSizeKey = "IOPCIDeviceMapperPageSize";
  String kPCIDARTErrorDataKey = "pci-dart-error-data";
}
