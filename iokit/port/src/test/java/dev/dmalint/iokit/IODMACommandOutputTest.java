package dev.dmalint.iokit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IODMACommand.Segment32;
import dev.dmalint.iokit.IODMACommand.Segment64;
import dev.dmalint.iokit.IODMACommand.SegmentFunction;
import dev.dmalint.iokit.IOMemoryCursor.PhysicalSegment;
import org.junit.jupiter.api.Test;

class IODMACommandOutputTest {
  private static final long ADDRESS = 0x0000_0001_2345_6000L;
  private static final long LENGTH = 0x1000;

  @Test
  void hostOutputFillsTheElementItIsTold() {
    Segment64[] segments = {new Segment64(), new Segment64()};

    assertThat(output(IODMACommand::OutputHost64, segments, 1)).isTrue();

    assertThat(segments[0].fIOVMAddr).isZero();
    assertThat(segments[1].fIOVMAddr).isEqualTo(ADDRESS);
    assertThat(segments[1].fLength).isEqualTo(LENGTH);
  }

  @Test
  void littleOutputIsHostOutput() {
    Segment64[] segments = {new Segment64()};

    output(IODMACommand::OutputLittle64, segments, 0);

    assertThat(segments[0].fIOVMAddr).isEqualTo(ADDRESS);
  }

  @Test
  void bigOutputSwapsAddressAndLength() {
    Segment64[] segments = {new Segment64()};

    output(IODMACommand::OutputBig64, segments, 0);

    assertThat(segments[0].fIOVMAddr).isEqualTo(0x0060_4523_0100_0000L);
    assertThat(segments[0].fLength).isEqualTo(0x0010_0000_0000_0000L);
  }

  @Test
  void thirtyTwoBitOutputCutsWithoutAWord() {
    Segment32[] host = {new Segment32()};
    Segment32[] little = {new Segment32()};
    Segment32[] big = {new Segment32()};

    assertThat(output(IODMACommand::OutputHost32, host, 0)).isTrue();
    output(IODMACommand::OutputLittle32, little, 0);
    output(IODMACommand::OutputBig32, big, 0);

    assertThat(host[0].fIOVMAddr).isEqualTo(0x2345_6000);
    assertThat(little[0].fLength).isEqualTo(0x1000);
    assertThat(big[0].fIOVMAddr).isEqualTo(0x0060_4523);
  }

  @Test
  void nothingToFillIsAPanic() {
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> output(IODMACommand::OutputHost64, new Segment64[1], 0))
        .withMessage("no segment to fill at index 0");
    assertThatExceptionOfType(KernelPanic.class)
        .isThrownBy(() -> output(IODMACommand::OutputHost64, new Segment32[1], 0))
        .withMessage("an output function fills a Segment64[] only");
  }

  @Test
  void cursorsFillSegmentsToo() {
    PhysicalSegment from = new PhysicalSegment();
    from.location = ADDRESS;
    from.length = LENGTH;
    PhysicalSegment[] segments = {
      new PhysicalSegment(), new PhysicalSegment(), new PhysicalSegment()
    };

    IONaturalMemoryCursor.outputSegment(from, segments, 0);
    IOLittleMemoryCursor.outputSegment(from, segments, 1);
    IOBigMemoryCursor.outputSegment(from, segments, 2);

    assertThat(segments[0].location).isEqualTo(ADDRESS);
    assertThat(segments[1].length).isEqualTo(LENGTH);
    assertThat(segments[2].location).isEqualTo(0x0060_4523_0100_0000L);
  }

  private static boolean output(SegmentFunction function, Object segments, int index) {
    Segment64 segment = new Segment64();
    segment.fIOVMAddr = ADDRESS;
    segment.fLength = LENGTH;
    return function.output(null, segment, segments, index);
  }
}
