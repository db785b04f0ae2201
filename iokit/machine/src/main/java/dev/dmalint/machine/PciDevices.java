package dev.dmalint.machine;

import dev.dmalint.machine.DriverRun.Target;
import dev.dmalint.machine.bus.Device;
import dev.dmalint.machine.device.AddressProbe;
import dev.dmalint.machine.device.CatalogueDevice;
import dev.dmalint.machine.device.HandWritten;
import dev.dmalint.machine.device.VirtioDevice;
import dev.dmalint.machine.device.audio.HdaController;
import dev.dmalint.machine.device.network.Cable;
import dev.dmalint.machine.device.network.E1000Nic;
import dev.dmalint.machine.device.network.Rtl8139Nic;
import dev.dmalint.machine.device.storage.AhciAdapter;
import dev.dmalint.machine.device.storage.Medium;
import dev.dmalint.machine.device.storage.NvmeController;
import dev.dmalint.models.Device.Match;
import dev.dmalint.models.ModelReader;

/**
 * Which device stands in a slot for a PCI id or class: one that works where there is one, else what
 * the model files know of it, else one that takes numbers for addresses.
 */
final class PciDevices {
  private static final int VIRTIO = 0x1AF4;

  private PciDevices() {}

  static Device of(Target target, WorldFacts facts) {
    if ((target.id() & 0xFFFF) == VIRTIO) {
      return new VirtioDevice(target.id(), facts.virtio33());
    }
    return ModelReader.builtIn().devices().stream()
        .filter(model -> model.matches().stream().anyMatch(match -> fits(match, target)))
        .findFirst()
        .map(model -> working(model, target.id(), facts))
        .or(() -> HandWritten.of("", target.id()))
        .orElseGet(() -> new AddressProbe(target.id()));
  }

  private static Device working(dev.dmalint.models.Device model, int id, WorldFacts facts) {
    return switch (model.id()) {
      case "ahci" -> AhciAdapter.of64Bits(id, new Medium());
      case "e1000" -> new E1000Nic(id, new Cable());
      case "hda" -> HdaController.of64Bits(id);
      case "nvme" -> new NvmeController(id, new Medium());
      case "rtl8139" -> new Rtl8139Nic(id, new Cable());
      default ->
          HandWritten.of(model.id(), id)
              .orElseGet(() -> new CatalogueDevice(model, id, facts.virtio33()));
    };
  }

  private static boolean fits(Match match, Target target) {
    if (match instanceof Match.PciId wanted) {
      return target.id() != 0 && ((wanted.id() ^ target.id()) & wanted.mask()) == 0;
    }
    if (match instanceof Match.PciClass wanted) {
      return target.classCode() != 0 && ((wanted.code() ^ target.classCode()) & wanted.mask()) == 0;
    }
    return match instanceof Match.All all
        && all.matches().stream().allMatch(one -> fits(one, target));
  }
}
