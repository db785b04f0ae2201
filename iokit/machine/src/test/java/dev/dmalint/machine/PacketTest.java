package dev.dmalint.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dmalint.iokit.IOLib;
import dev.dmalint.iokit.IOMapper;
import dev.dmalint.iokit.IOMbufBigMemoryCursor;
import dev.dmalint.iokit.IOMbufDBDMAMemoryCursor;
import dev.dmalint.iokit.IOMbufLittleMemoryCursor;
import dev.dmalint.iokit.IOMbufNaturalMemoryCursor;
import dev.dmalint.iokit.IOMemoryCursor.PhysicalSegment;
import dev.dmalint.iokit.KernelPanic;
import dev.dmalint.iokit.Mbuf;
import dev.dmalint.iokit.OSByteOrder;
import dev.dmalint.iokit.Pmap;
import dev.dmalint.models.World;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** iokit-facts 3.8: packets and their cursors. */
class PacketTest {
  private static Mbuf packet(long length) {
    Mbuf[] packet = new Mbuf[1];
    assertThat(Mbuf.mbuf_allocpacket(Mbuf.MBUF_DONTWAIT, length, null, packet)).isZero();
    return packet[0];
  }

  private static PhysicalSegment[] room(int count) {
    return Stream.generate(PhysicalSegment::new).limit(count).toArray(PhysicalSegment[]::new);
  }

  @Row({"3.8/mbuf_data_to_physical", "5.1/mbuf_data_to_physical"})
  @ParameterizedTest(name = "5.1 mbuf_data_to_physical, {0}: {1}")
  @CsvSource({"M0, CPA", "M1, IOVA(sys)", "M2, IOVA(sys)", "M3, CPA"})
  void packetDataIsInTheSpaceOf(String state, String space) {
    Bench bench = Bench.in(state);
    long[] numbers =
        bench.run(
            () -> {
              long data = Mbuf.mbuf_data(packet(1500)) + 14;
              return new long[] {Mbuf.mbuf_data_to_physical(data), Pmap.kvtophys(data)};
            });

    assertThat(bench.space(numbers[0], numbers[1])).isEqualTo(space);
  }

  @Row("3.8/mbuf_data_to_physical")
  @Test
  void aLaterSystemAnswersCpuPhysical() {
    World world = Machine.world("P1/ram-high");
    TreeMap<String, String> attributes = new TreeMap<>(world.attributes());
    attributes.put("macos", "26");
    World later = new World(world.index(), world.id(), world.platform(), attributes);
    Machine.boot(later)
        .run(
            () -> {
              long data = Mbuf.mbuf_data(packet(1500));
              assertThat(Mbuf.mbuf_data_to_physical(data)).isEqualTo(Pmap.kvtophys(data));
            });
  }

  @Row("4.3/mbuf clusters")
  @Test
  void theIovaOfAClusterOutlivesItsPacketAndServesTheNext() {
    Bench.in("M1")
        .run(
            () -> {
              Mbuf one = packet(1500);
              long data = Mbuf.mbuf_data(one);
              long address = Mbuf.mbuf_data_to_physical(data);
              long physical = Pmap.kvtophys(data);
              Mbuf.mbuf_freem(one);
              assertThat(IOMapper.gSystem.mapToPhysicalAddress(address)).isEqualTo(physical);
              assertThat(Mbuf.mbuf_data(packet(100))).isEqualTo(data);
              assertThatExceptionOfType(KernelPanic.class).isThrownBy(() -> Mbuf.mbuf_freem(one));
              return true;
            });
  }

  @Row("3.8/mbuf_data_to_physical")
  @Test
  void whatIsNoPacketHasNoAddressWherePacketsAreEntered() {
    long address = Bench.in("M1").run(() -> Mbuf.mbuf_data_to_physical(IOLib.IOMalloc(4096)));

    assertThat(address).isZero();
  }

  @Row("3.8/mbuf cursors")
  @ParameterizedTest(name = "3.8 getPhysicalSegments in {0}")
  @CsvSource({"M0", "M1", "M3"})
  void aCursorGivesWhatTheClustersAreEnteredAs(String state) {
    Bench.in(state)
        .run(
            () -> {
              Mbuf packet = packet(5000);
              PhysicalSegment[] room = room(8);
              int count =
                  IOMbufNaturalMemoryCursor.withSpecification(2048, 8)
                      .getPhysicalSegments(packet, room, 0);
              long total = 0;
              for (int i = 0; i < count; i++) {
                total += room[i].length;
              }
              assertThat(count).isEqualTo(3);
              assertThat(total).isEqualTo(5000).isEqualTo(Mbuf.mbuf_pkthdr_len(packet));
              assertThat(room[0].location)
                  .isEqualTo(Mbuf.mbuf_data_to_physical(Mbuf.mbuf_data(packet)));
              assertThat(room[0].length).isEqualTo(Mbuf.mbuf_len(packet));
              return true;
            });
  }

  @Row("3.8/mbuf cursors")
  @Test
  void tooManyPiecesAreNoneOrMerged() {
    Bench.in("M1")
        .run(
            () -> {
              Mbuf packet = packet(5000);
              OSByteOrder.OSWriteLittleInt32(Mbuf.mbuf_data(Mbuf.mbuf_next(packet)), 0, 77);
              long second = Mbuf.mbuf_len(packet);
              IOMbufNaturalMemoryCursor cursor =
                  IOMbufNaturalMemoryCursor.withSpecification(16384, 2);
              assertThat(cursor.getPhysicalSegments(packet, room(2), 2)).isZero();
              PhysicalSegment[] room = room(2);
              assertThat(cursor.getPhysicalSegmentsWithCoalesce(packet, room, 2)).isEqualTo(1);
              assertThat(room[0].length).isEqualTo(5000);
              assertThat(Mbuf.mbuf_next(packet)).isNull();
              assertThat(OSByteOrder.OSReadLittleInt32(Mbuf.mbuf_data(packet), second))
                  .isEqualTo(77);
              return true;
            });
  }

  @Row("3.8/mbuf cursors")
  @Test
  void eachCursorWritesInItsOwnOrder() {
    Bench.in("M0")
        .run(
            () -> {
              Mbuf packet = packet(100);
              long address = Mbuf.mbuf_data_to_physical(Mbuf.mbuf_data(packet));
              PhysicalSegment[] room = room(1);
              IOMbufBigMemoryCursor.withSpecification(2048, 1).getPhysicalSegments(packet, room);
              assertThat(room[0].location).isEqualTo(Long.reverseBytes(address));
              IOMbufLittleMemoryCursor.withSpecification(2048, 1).getPhysicalSegments(packet, room);
              assertThat(room[0].location).isEqualTo(address);
              long descriptors = IOLib.IOMalloc(4096);
              IOMbufDBDMAMemoryCursor.withSpecification(2048, 1)
                  .getPhysicalSegments(packet, descriptors, 0);
              assertThat(OSByteOrder.OSReadLittleInt32(descriptors, 0)).isEqualTo(100);
              assertThat(OSByteOrder.OSReadLittleInt32(descriptors, 4)).isEqualTo((int) address);
              assertThat(IOMbufNaturalMemoryCursor.withSpecification(0, 1)).isNull();
              assertThat(IOMbufNaturalMemoryCursor.withSpecification(1, 0)).isNull();
              return true;
            });
  }

  @Test
  void aPacketThatCannotBeIsTold() {
    Bench.in("M0", MachineOptions.usual().withFailures("allocate:1"))
        .run(
            () -> {
              Mbuf[] packet = new Mbuf[1];
              assertThat(Mbuf.mbuf_allocpacket(0, 100, null, packet)).isEqualTo(12);
              assertThat(Mbuf.mbuf_allocpacket(0, 0, null, packet)).isEqualTo(22);
              assertThat(Mbuf.mbuf_allocpacket(0, 9000, new int[] {2}, packet)).isEqualTo(55);
              int[] one = {1};
              assertThat(Mbuf.mbuf_allocpacket(0, 9000, one, packet)).isZero();
              assertThat(Mbuf.mbuf_len(packet[0])).isEqualTo(9000);
              return true;
            });
  }
}
