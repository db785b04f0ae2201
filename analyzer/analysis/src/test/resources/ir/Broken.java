package ir;

import static gone.Constants.FLAG;

import gone.Device;
import gone.parts.*;
import java.util.Optional;

class Broken extends Device {
  Region region;
  long known;

  void start(Device provider) {
    long address = provider.map(FLAG | Device.WRITE).address() + 4096;
    region.write(known, address);
    Mapper.of(this).each(0, segment -> known += segment.length, () -> local(known));
    helper(address);
    known = provider.size;
    Optional.of(provider).map(p -> p.name()).ifPresent(n -> log(n));
    local("text");
    undefined.call();
    new Device(1) {
      void run() {
        local(known);
        gone();
      }
    };
    provider.listen(this::local, Broken::new);
    for (Region each : provider.regions()) each.close();
  }

  void local(long n) {}

  void log(Object o) {}
}
