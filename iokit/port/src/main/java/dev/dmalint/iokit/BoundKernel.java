package dev.dmalint.iokit;

/** Which machine is bound to which thread. */
final class BoundKernel {
  private static final ThreadLocal<Kernel> BOUND = new ThreadLocal<>();

  private BoundKernel() {}

  static Kernel current() {
    Kernel kernel = BOUND.get();
    if (kernel == null) {
      throw KernelPanic.noMachine();
    }
    return kernel;
  }

  /** The machine, or null. */
  static Kernel orNull() {
    return BOUND.get();
  }

  static Kernel.Scope bind(Kernel kernel) {
    Kernel before = BOUND.get();
    BOUND.set(kernel);
    return () -> {
      if (before == null) {
        BOUND.remove();
      } else {
        BOUND.set(before);
      }
    };
  }
}
