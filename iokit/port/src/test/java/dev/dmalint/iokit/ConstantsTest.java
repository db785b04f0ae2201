package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The values IOKit's headers give. They are on disk in drivers and in hardware: none may differ.
 */
class ConstantsTest {
  @ParameterizedTest(name = "{0}.{1} is {2}")
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          IOReturn kIOReturnSuccess 0
          IOReturn kIOReturnError 0xE00002BC
          IOReturn kIOReturnNoMemory 0xE00002BD
          IOReturn kIOReturnNoResources 0xE00002BE
          IOReturn kIOReturnNoDevice 0xE00002C0
          IOReturn kIOReturnBadArgument 0xE00002C2
          IOReturn kIOReturnUnsupported 0xE00002C7
          IOReturn kIOReturnVMError 0xE00002C8
          IOReturn kIOReturnInternalError 0xE00002C9
          IOReturn kIOReturnCannotLock 0xE00002CC
          IOReturn kIOReturnNotWritable 0xE00002CF
          IOReturn kIOReturnNotAligned 0xE00002D0
          IOReturn kIOReturnDMAError 0xE00002D4
          IOReturn kIOReturnBusy 0xE00002D5
          IOReturn kIOReturnTimeout 0xE00002D6
          IOReturn kIOReturnNotReady 0xE00002D8
          IOReturn kIOReturnNotAttached 0xE00002D9
          IOReturn kIOReturnNoSpace 0xE00002DB
          IOReturn kIOReturnCannotWire 0xE00002DE
          IOReturn kIOReturnMessageTooLarge 0xE00002E1
          IOReturn kIOReturnNotPermitted 0xE00002E2
          IOReturn kIOReturnUnderrun 0xE00002E7
          IOReturn kIOReturnOverrun 0xE00002E8
          IOReturn kIOReturnAborted 0xE00002EB
          IOReturn kIOReturnNotFound 0xE00002F0
          IOMemoryDescriptor kIODirectionNone 0
          IOMemoryDescriptor kIODirectionIn 1
          IOMemoryDescriptor kIODirectionOut 2
          IOMemoryDescriptor kIODirectionOutIn 3
          IOMemoryDescriptor kIODirectionInOut 3
          IOMemoryDescriptor kIODirectionPrepareToPhys32 0x4
          IOMemoryDescriptor kIODirectionPrepareNoFault 0x8
          IOMemoryDescriptor kIODirectionPrepareNonCoherent 0x20
          IOMemoryDescriptor kIODirectionCompleteWithError 0x40
          IOMemoryDescriptor kIODirectionCompleteWithDataValid 0x80
          IOMemoryDescriptor kIOMemoryDirectionMask 0x7
          IOMemoryDescriptor kIOMemoryAutoPrepare 0x8
          IOMemoryDescriptor kIOMemoryTypeVirtual 0x10
          IOMemoryDescriptor kIOMemoryTypeVirtual64 0x10
          IOMemoryDescriptor kIOMemoryTypePhysical 0x20
          IOMemoryDescriptor kIOMemoryTypePhysical64 0x20
          IOMemoryDescriptor kIOMemoryTypeUPL 0x30
          IOMemoryDescriptor kIOMemoryTypePersistentMD 0x40
          IOMemoryDescriptor kIOMemoryTypeUIO 0x50
          IOMemoryDescriptor kIOMemoryTypeMask 0xF0
          IOMemoryDescriptor kIOMemoryAsReference 0x100
          IOMemoryDescriptor kIOMemoryBufferPageable 0x400
          IOMemoryDescriptor kIOMemoryMapperNone 0x800
          IOMemoryDescriptor kIOMemoryHostOnly 0x1000
          IOMemoryDescriptor kIOMemoryPersistent 0x10000
          IOMemoryDescriptor kIOMemoryMapCopyOnWrite 0x20000
          IOMemoryDescriptor kIOMemoryRemote 0x40000
          IOMemoryDescriptor kIOMemoryThreadSafe 0x100000
          IOMemoryDescriptor kIOMemoryClearEncrypt 0x200000
          IOMemoryDescriptor kIOMemoryUseReserve 0x800000
          IOMemoryDescriptor _kIOMemorySourceSegment 0x2000
          IOMemoryDescriptor kIOMemoryDontMap 0x800
          IOMemoryDescriptor kIOMemoryIncoherentIOFlush 1
          IOMemoryDescriptor kIOMemoryIncoherentIOStore 2
          IOMemoryDescriptor kIOMapAnywhere 0x1
          IOMemoryDescriptor kIOMapCacheMask 0xF00
          IOMemoryDescriptor kIOMapCacheShift 8
          IOMemoryDescriptor kIOMapDefaultCache 0
          IOMemoryDescriptor kIOMapInhibitCache 0x100
          IOMemoryDescriptor kIOMapWriteThruCache 0x200
          IOMemoryDescriptor kIOMapCopybackCache 0x300
          IOMemoryDescriptor kIOMapWriteCombineCache 0x400
          IOMemoryDescriptor kIOMapCopybackInnerCache 0x500
          IOMemoryDescriptor kIOMapPostedWrite 0x600
          IOMemoryDescriptor kIOMapRealTimeCache 0x700
          IOMemoryDescriptor kIOMapPostedReordered 0x800
          IOMemoryDescriptor kIOMapPostedCombinedReordered 0x900
          IOMemoryDescriptor kIOMapReadOnly 0x1000
          IOMemoryDescriptor kIOMapStatic 0x01000000
          IOMemoryDescriptor kIOMapReference 0x02000000
          IOMemoryDescriptor kIOMapUnique 0x04000000
          IOMemoryDescriptor kIOMapPrefault 0x10000000
          IOMemoryDescriptor kIOMapOverwrite 0x20000000
          IOMemoryDescriptor kIOMapGuardedMask 0xC0000000
          IOBufferMemoryDescriptor kIOMemoryPhysicallyContiguous 0x10
          IOBufferMemoryDescriptor kIOMemoryPageable 0x20
          IOBufferMemoryDescriptor kIOMemoryPurgeable 0x40
          IOBufferMemoryDescriptor kIOMemoryHostPhysicallyContiguous 0x80
          IOBufferMemoryDescriptor kIOMemorySharingTypeMask 0xF0000
          IOBufferMemoryDescriptor kIOMemoryUnshared 0
          IOBufferMemoryDescriptor kIOMemoryKernelUserShared 0x10000
          IOBufferMemoryDescriptor kIOBufferDescriptorMemoryFlags 0xB0080F
          IODMACommand kIODMAMapOptionMapped 0
          IODMACommand kIODMAMapOptionBypassed 1
          IODMACommand kIODMAMapOptionNonCoherent 2
          IODMACommand kIODMAMapOptionUnmapped 3
          IODMACommand kIODMAMapOptionTypeMask 0xF
          IODMACommand kIODMAMapOptionNoCacheStore 0x10
          IODMACommand kIODMAMapOptionOnChip 0x20
          IODMACommand kIODMAMapOptionIterateOnly 0x40
          IODMACommand kIODMAMapOptionDextOwner 0x80
          IODMACommand kMapped 0
          IODMACommand kBypassed 1
          IODMACommand kNonCoherent 2
          IODMACommand kUnmapped 3
          IODMACommand kTypeMask 0xF
          IODMACommand kNoCacheStore 0x10
          IODMACommand kOnChip 0x20
          IODMACommand kIterateOnly 0x40
          IODMACommand kForceDoubleBuffer 0x01000000
          IOMapper kIODMAMapReadAccess 1
          IOMapper kIODMAMapWriteAccess 2
          IOMapper kIODMAMapPhysicallyContiguous 0x10
          IOMapper kIODMAMapDeviceMemory 0x20
          IOMapper kIODMAMapPagingPath 0x40
          IOMapper kIODMAMapIdentityMap 0x80
          IOMapper kIODMAMapPageListFullyOccupied 0x100
          IOMapper kIODMAMapFixedAddress 0x200
          IOMapper kIOMapperUncached 1
          IOPCIDevice kIOPCIConfigVendorID 0x00
          IOPCIDevice kIOPCIConfigDeviceID 0x02
          IOPCIDevice kIOPCIConfigCommand 0x04
          IOPCIDevice kIOPCIConfigStatus 0x06
          IOPCIDevice kIOPCIConfigRevisionID 0x08
          IOPCIDevice kIOPCIConfigBaseAddress0 0x10
          IOPCIDevice kIOPCIConfigBaseAddress1 0x14
          IOPCIDevice kIOPCIConfigBaseAddress2 0x18
          IOPCIDevice kIOPCIConfigBaseAddress3 0x1C
          IOPCIDevice kIOPCIConfigBaseAddress4 0x20
          IOPCIDevice kIOPCIConfigBaseAddress5 0x24
          IOPCIDevice kIOPCIConfigSubSystemVendorID 0x2C
          IOPCIDevice kIOPCIConfigSubSystemID 0x2E
          IOPCIDevice kIOPCIConfigExpansionROMBase 0x30
          IOPCIDevice kIOPCIConfigCapabilitiesPtr 0x34
          IOPCIDevice kIOPCIConfigInterruptLine 0x3C
          IOPCIDevice kIOPCIConfigurationOffsetCommand 0x04
          IOPCIDevice kIOPCIConfigurationOffsetBaseAddress5 0x24
          IOPCIDevice kIOPCICommandIOSpace 0x1
          IOPCIDevice kIOPCICommandMemorySpace 0x2
          IOPCIDevice kIOPCICommandBusLead 0x4
          IOPCIDevice kIOPCICommandBusMaster 0x4
          IOPCIDevice kIOPCICommandSERR 0x100
          IOPCIDevice kIOPCICommandInterruptDisable 0x400
          IOPCIDevice kIOPCICapabilityIDPowerManagement 0x01
          IOPCIDevice kIOPCICapabilityIDMSI 0x05
          IOPCIDevice kIOPCICapabilityIDVendorSpecific 0x09
          IOPCIDevice kIOPCICapabilityIDPCIExpress 0x10
          IOPCIDevice kIOPCICapabilityIDMSIX 0x11
          IOPCIDevice kIOPCIExpressCapabilityIDAddressTranslationServices -0x0F
          IOPCIDevice kIOPCIExpressCapabilityIDAccessControlServices -0x0D
          IOPCIDevice kIOPCIExpressCapabilityIDProcessAddressSpaceID -0x1B
          IOPCIDevice kIOInterruptTypeEdge 0
          IOPCIDevice kIOInterruptTypeLevel 1
          IOPCIDevice kIOInterruptTypePCIMessaged 0x10000
          IOPCIDevice kIOInterruptTypePCIMessagedX 0x20000
          IOPCIDevice kIOPCIConfigSpace 0
          IOPCIDevice kIOPCIIOSpace 1
          IOPCIDevice kIOPCI32BitMemorySpace 2
          IOPCIDevice kIOPCI64BitMemorySpace 3
          IOPCIDevice kIOPCIConfiguratorDeviceMap 0x20
          IOPCIDevice kIOPCIConfiguratorMapInterrupts 0x80
          IOPCIDevice kIOPCIConfiguratorPanicOnFault 0x100
          IOPCIDevice kIOPCIConfiguratorIGIsMapped 0x8000
          IOPCIDevice kIOPCIConfiguratorSystemMap 0x04000000
          IOPCIDevice kPCIBARTypeM32 0
          IOPCIDevice kPCIBARTypeIO 1
          IOPCIDevice kPCIBARTypeM64 4
          IOPCIDevice kPCIBARTypeM32PF 8
          IOPCIDevice kPCIBARTypeM64PF 0xC
          ../driverkit.IOPCIDevice kPCIBARTypeM64PF 0xC
          ../driverkit.IOReturn kIOReturnNotReady 0xE00002D8
          ../driverkit.IOMemoryDescriptor kIOMemoryDirectionIn 1
          ../driverkit.IOMemoryDescriptor kIOMemoryDirectionOut 2
          ../driverkit.IOMemoryDescriptor kIOMemoryDirectionInOut 3
          ../driverkit.IODMACommand kIODMACommandPerformOperationOptionRead 1
          ../driverkit.IODMACommand kIODMACommandPerformOperationOptionWrite 2
          ../driverkit.IODMACommand kIODMACommandPerformOperationOptionZero 4
          """)
  void aConstantHasItsValueInIOKit(String holder, String name, String value) throws Exception {
    var field = holder(holder).getField(name);

    assertThat(Modifier.toString(field.getModifiers())).isEqualTo("public static final");
    assertThat(field.getType()).isEqualTo(int.class);
    assertThat(field.getInt(null)).isEqualTo(Long.decode(value).intValue());
  }

  @ParameterizedTest(name = "IOPCIDevice.{0} is {1}")
  @CsvSource({
    "kIOMMUParentKey, iommu-parent",
    "kIOMMUSelectionKey, iommu-selection",
    "kIOMMUIDKey, iommu-id",
    "kIOPCIUseDeviceMapperKey, IOPCIUseDeviceMapper",
    "kDriverChildBundleKey, driver-child-bundle",
    "kIOMemoryDescriptorOptionsKey, IOMemoryDescriptorOptions",
    "kIOPlatformMapperPresentKey, IOPlatformMapperPresent",
    "kIOPCIDeviceMemoryMapBaseKey, IOPCIDeviceMemoryMapBase",
    "kIOPCIDeviceMemoryMapSizeKey, IOPCIDeviceMemoryMapSize",
    "kIOPCIDeviceMapperPageSizeKey, IOPCIDeviceMapperPageSize",
    "kPCIDARTErrorDataKey, pci-dart-error-data"
  })
  void aPropertyHasItsNameInIOKit(String name, String value) throws Exception {
    assertThat(IOPCIDevice.class.getField(name).get(null)).isEqualTo(value);
  }

  private static Class<?> holder(String name) throws ClassNotFoundException {
    return Class.forName(
        name.startsWith("../") ? "dev.dmalint." + name.substring(3) : "dev.dmalint.iokit." + name);
  }
}
