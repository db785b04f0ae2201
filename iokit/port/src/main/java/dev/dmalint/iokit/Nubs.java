package dev.dmalint.iokit;

/** The services that each machine has once: its platform, and where resources are published. */
final class Nubs {
  private static final class Resources extends IOService {}

  private final IOPlatformExpert platform = new IOPlatformExpert();
  private final IOService resources = new Resources();

  private Nubs(Kernel kernel) {
    platform.setName("IOPlatformExpert");
    if (kernel.systemMapper() != null) {
      platform.setProperty(IOPCIDevice.kIOPlatformMapperPresentKey, true);
    }
    resources.setName("IOResources");
    resources.attach(platform);
  }

  static Nubs of(Kernel kernel) {
    return (Nubs) kernel.portState().computeIfAbsent(Nubs.class, key -> new Nubs(kernel));
  }

  IOPlatformExpert platform() {
    return platform;
  }

  IOService resources() {
    return resources;
  }
}
