package dev.dmalint.iokit;

/** The kernel stopped: what {@code panic()} does to a machine, with the text it would print. */
public final class KernelPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A panic.
   *
   * @param text what the kernel prints
   */
  public KernelPanic(String text) {
    super(text);
  }

  /**
   * A panic that names its caller as a call without behaviour.
   *
   * @return never a success: the panic to throw
   */
  public static KernelPanic noBehaviour() {
    String call =
        StackWalker.getInstance()
            .walk(frames -> frames.skip(1).findFirst())
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .orElse("a call");
    return new KernelPanic(
        call.replaceFirst("^dev\\.dmalint\\.", "")
            + " has no behaviour yet: no machine stands behind the port");
  }
}
