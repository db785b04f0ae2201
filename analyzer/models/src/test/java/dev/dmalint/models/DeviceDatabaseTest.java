package dev.dmalint.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmalint.models.Device.Layout;
import dev.dmalint.models.Device.LayoutField;
import dev.dmalint.models.Device.Match;
import dev.dmalint.models.Device.Part;
import dev.dmalint.models.Device.Register;
import dev.dmalint.models.Device.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The device database, against the lists of sinks of the facts. */
final class DeviceDatabaseTest {
  private final Universe universe = ModelReader.builtIn();

  private String byId(int id) {
    return universe.devices().stream()
        .filter(device -> device.matches().stream().anyMatch(match -> fits(match, id)))
        .findFirst()
        .map(Device::id)
        .orElse("");
  }

  private static boolean fits(Match match, int id) {
    return match instanceof Match.PciId pci && ((pci.id() ^ id) & pci.mask()) == 0;
  }

  @Test
  void theMostSpecificMatchDecides() {
    assertThat(byId(0x10021af4)).isEqualTo("virtio-balloon-legacy");
    assertThat(byId(0x10001af4)).isEqualTo("virtio-legacy");
    assertThat(byId(0x103f1af4)).isEqualTo("virtio-legacy");
    assertThat(byId(0x10401af4)).isEqualTo("virtio-modern");
    assertThat(byId(0x10451af4)).isEqualTo("virtio-balloon");
    assertThat(byId(0x10571af4)).isEqualTo("virtio-iommu");
    assertThat(byId(0x107f1af4)).isEqualTo("virtio-modern");
    assertThat(byId(0x10801af4)).isEmpty();
    assertThat(byId(0x100e8086)).isEqualTo("e1000");
    assertThat(byId(0x816810ec)).isEqualTo("rtl8168");
    assertThat(byId(0x59168086)).isEqualTo("intel-graphics");
    assertThat(byId(0x07c015ad)).isEqualTo("pvscsi");
  }

  @Test
  void whatIsAssumedFromTheProviderStandsLast() {
    List<String> ids = universe.devices().stream().map(Device::id).collect(Collectors.toList());
    int first = ids.indexOf("pci-device");
    for (String id : List.of("nvme", "virtio-legacy", "intel-graphics", "discrete-graphics")) {
      assertThat(ids.indexOf(id)).as(id).isLessThan(first);
    }
  }

  /** Device, register, window, offset, part, shift, width, alignment, consumer. */
  private static final String REGISTERS =
      """
      nvme ASQ 0 0x28 WHOLE 0 64 4096 K1
      nvme ASQ 0 0x2c HIGH 0 64 4096 K1
      nvme ACQ 0 0x30 WHOLE 0 64 4096 K1
      ahci PxCLB * 0x100 LOW 0 64 1024 K1
      ahci PxCLB * 0x104 HIGH 0 64 1024 K1
      ahci PxFB * 0x108 LOW 0 64 256 K1
      xhci CRCR * 0x18 WHOLE 0 64 64 K1
      xhci DCBAAP * 0x30 WHOLE 0 64 64 K1
      hda CORB 0 0x40 LOW 0 64 128 K1
      hda RIRB 0 0x54 HIGH 0 64 128 K1
      hda SDnBDP 0 0x98 LOW 0 64 128 K1
      e1000 RDBA 0 0x2800 LOW 0 64 16 K1
      e1000 TDBA 0 0x3804 HIGH 0 64 16 K1
      rtl8168 TNPDS * 0x20 LOW 0 64 256 K1
      rtl8168 RDSAR * 0xe4 LOW 0 64 256 K1
      iwlwifi RX-status * 0x1bc0 WHOLE 4 32 16 K1
      iwlwifi RBD-ring-base * 0x1bc4 WHOLE 8 32 256 K1
      iwlwifi keep-warm-page * 0x197c WHOLE 4 32 4096 K1
      thunderbolt-nhi TX-ring-base 0 0x0 WHOLE 0 64 1 K1
      thunderbolt-nhi RX-ring-base 0 0x8000 WHOLE 0 64 1 K1
      virtio-legacy queue-address 0 0x8 WHOLE 12 32 4096 K4
      virtio-balloon-legacy queue-address 0 0x8 WHOLE 12 32 4096 K4
      virtio-modern queue_desc * 0x20 WHOLE 0 64 16 virtio-modern
      virtio-modern queue_driver * 0x28 WHOLE 0 64 2 virtio-modern
      virtio-modern queue_device * 0x30 WHOLE 0 64 4 virtio-modern
      virtio-mmio QueuePFN * 0x40 WHOLE 12 32 4096 K4
      virtio-mmio QueueDesc * 0x80 LOW 0 64 16 virtio-modern
      fw-cfg DMA-address io 0x514 HIGH 0 64 1 K8
      fw-cfg DMA-address io 0x518 LOW 0 64 1 K8
      vmxnet3 DSA 1 0x10 LOW 0 64 1 K1
      vmxnet3 DSA 1 0x18 HIGH 0 64 1 K1
      pvscsi COMMAND_DATA 0 0x4 WHOLE 12 32 1 K9
      intel-graphics ASLS config 0xfc WHOLE 0 32 1 K10
      """;

  @Test
  void registersTakeAddressesAsTheFactsSay() {
    for (String line : REGISTERS.lines().toList()) {
      String[] words = line.split(" ", -1);
      Device device = universe.device(words[0]).orElseThrow();
      Register register =
          device.registers().stream()
              .filter(each -> each.window().equals(words[2]))
              .filter(each -> each.offset() == Long.decode(words[3]))
              .findFirst()
              .orElseThrow(() -> new AssertionError(line));
      DemandedField field = register.field();
      String consumer = register.consumer().isEmpty() ? device.consumer() : register.consumer();
      assertThat(
              List.of(
                  field.name().replace(' ', '-'),
                  register.part().name(),
                  "" + field.shift(),
                  "" + field.width(),
                  "" + field.alignment(),
                  consumer,
                  register.role().name()))
          .as(line)
          .containsExactly(
              words[1], words[4], words[5], words[6], words[7], words[8], Role.ADDRESS.name());
    }
  }

  @Test
  void thePageNumbersOfABalloonAreNoneOfTheQueuesBusiness() {
    for (String id : List.of("virtio-balloon", "virtio-balloon-legacy")) {
      Device device = universe.device(id).orElseThrow();
      Layout queue = layout(device, "virtqueue");
      assertThat(queue.consumer()).isEmpty();
      Layout pages = layout(device, queue.fields().get(0).field().layout().orElseThrow());
      assertThat(pages.consumer()).isEqualTo("K6");
      assertThat(pages.stride()).isEqualTo(4);
      assertThat(pages.fields())
          .extracting(LayoutField::field)
          .extracting(DemandedField::shift, DemandedField::width)
          .containsExactly(org.assertj.core.groups.Tuple.tuple(12, 32));
    }
  }

  @Test
  void descriptorsHoldAddressesWhereTheFactsSay() {
    assertThat(offsets("nvme", "nvme-submission-queue")).contains(24L, 32L);
    assertThat(offsets("e1000", "e1000-descriptors")).contains(0L);
    assertThat(offsets("rtl8168", "rtl-descriptors")).contains(8L);
    assertThat(offsets("thunderbolt-nhi", "nhi-ring")).contains(0L);
    assertThat(offsets("virtio-legacy", "virtqueue")).contains(0L);
    assertThat(offsets("fw-cfg", "fw-cfg-access")).contains(8L);
    assertThat(offsets("ahci", "ahci-command-list")).containsExactly(8L, 12L);
  }

  private List<Long> offsets(String device, String layout) {
    List<Long> result = new ArrayList<>();
    layout(universe.device(device).orElseThrow(), layout)
        .fields()
        .forEach(field -> result.add(field.offset()));
    return result;
  }

  private static Layout layout(Device device, String id) {
    return device.layouts().stream()
        .filter(layout -> layout.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void portsWithoutAddressesTakeNone() {
    for (String id : List.of("pvpanic", "smc")) {
      assertThat(universe.device(id).orElseThrow().registers())
          .as(id)
          .allMatch(register -> register.role() == Role.OTHER)
          .allMatch(register -> register.part() == Part.WHOLE);
    }
  }

  @Test
  void theFeatureWordOfAModernDeviceFollowsTheWorld() {
    Register features =
        universe.device("virtio-modern").orElseThrow().registers().stream()
            .filter(register -> !register.reads().isEmpty())
            .findFirst()
            .orElseThrow();
    assertThat(features.offset()).isEqualTo(4);
    assertThat(Expression.parse(features.reads())).isInstanceOf(Expression.Choice.class);
  }
}
