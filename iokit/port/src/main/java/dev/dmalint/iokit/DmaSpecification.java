package dev.dmalint.iokit;

import dev.dmalint.iokit.IODMACommand.SegmentFunction;
import dev.dmalint.iokit.IODMACommand.SegmentOptions;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * What a command was created for.
 *
 * @param output writes each segment
 * @param addressBits 1 to 64
 * @param maxSegment bytes, at least 1
 * @param maxTransfer bytes, at least 1
 * @param alignment bytes of the first address, a power of two
 * @param alignmentLength what lengths are a multiple of
 * @param alignmentInternal bytes of all other addresses
 * @param options as given
 * @param mapper as found, or null for none
 * @param device a hint to the mapper, or null
 */
record DmaSpecification(
    SegmentFunction output,
    int addressBits,
    long maxSegment,
    long maxTransfer,
    long alignment,
    long alignmentLength,
    long alignmentInternal,
    int options,
    IOMapper mapper,
    IOService device) {
  private static final Set<String> OF_32_BITS =
      Set.of("OutputHost32", "OutputBig32", "OutputLittle32");

  /** A specification, or null where IOKit answers {@code kIOReturnBadArgument}. */
  static DmaSpecification of(
      SegmentFunction output,
      SegmentOptions limits,
      int options,
      IOMapper mapper,
      IOService device) {
    Kernel kernel = Kernel.current();
    if (output == null || limits == null) {
      return null;
    }
    boolean narrow = writes32Bits(output);
    int bits = limits.fNumAddressBits == 0 ? narrow ? 32 : 64 : limits.fNumAddressBits;
    int type = options & IODMACommand.kTypeMask;
    if ((narrow && bits > 32)
        || bits < kernel.pageShift()
        || bits > 64
        || type > IODMACommand.kUnmapped) {
      return null;
    }
    IOMapper found =
        mapper == null && type != IODMACommand.kUnmapped ? kernel.systemMapper() : mapper;
    if (type == IODMACommand.kBypassed && found != null) {
      return null;
    }
    return new DmaSpecification(
        output,
        bits,
        limits.fMaxSegmentSize == 0 ? Long.MAX_VALUE : limits.fMaxSegmentSize,
        limits.fMaxTransferSize == 0 ? Long.MAX_VALUE : limits.fMaxTransferSize,
        atLeastOne(limits.fAlignment),
        atLeastOne(limits.fAlignmentLength),
        atLeastOne(limits.fAlignmentInternalSegments),
        options,
        found,
        device);
  }

  /** The limits of the short form. */
  static SegmentOptions limits(int bits, long maxSegment, long maxTransfer, int alignment) {
    SegmentOptions limits = new SegmentOptions();
    limits.fNumAddressBits = bits;
    limits.fMaxSegmentSize = maxSegment;
    limits.fMaxTransferSize = maxTransfer;
    limits.fAlignment = alignment;
    limits.fAlignmentLength = 1;
    limits.fAlignmentInternalSegments = alignment;
    return limits;
  }

  private static long atLeastOne(int bytes) {
    return bytes == 0 ? 1 : Integer.toUnsignedLong(bytes);
  }

  /** As {@code cloneCommand} copies it: two alignments change places, the hint is lost. */
  DmaSpecification cloned() {
    return new DmaSpecification(
        output,
        addressBits,
        maxSegment,
        maxTransfer,
        alignment,
        alignmentInternal,
        alignmentLength,
        options,
        mapper,
        null);
  }

  boolean iteratesOnly() {
    return (options & IODMACommand.kIterateOnly) != 0;
  }

  int type() {
    return options & IODMACommand.kTypeMask;
  }

  IODMAMapSpecification forMapper() {
    IODMAMapSpecification spec = new IODMAMapSpecification();
    spec.device = device;
    spec.options = options;
    spec.numAddressBits = addressBits;
    spec.alignment = alignment;
    return spec;
  }

  /** Whether the last byte of a segment is beyond the address bits. */
  boolean outgrows(long address, long length) {
    return addressBits < 64 && (address + length - 1) >>> addressBits != 0;
  }

  /** IOKit compares function pointers; a method reference tells its method when serialised. */
  private static boolean writes32Bits(SegmentFunction output) {
    try {
      Method replace = output.getClass().getDeclaredMethod("writeReplace");
      replace.setAccessible(true);
      return replace.invoke(output) instanceof SerializedLambda lambda
          && lambda.getImplClass().equals(IODMACommand.class.getName().replace('.', '/'))
          && OF_32_BITS.contains(lambda.getImplMethodName());
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false; // A class of the driver's own: it is none of the three.
    }
  }
}
