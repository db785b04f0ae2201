package dev.dmalint.iokit;

import java.util.regex.Pattern;

/** The kernel stopped: what {@code panic()} does to a machine, with the text it would print. */
public final class KernelPanic extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern PORT =
      Pattern.compile("dev\\.dmalint\\.(iokit|driverkit)\\.[A-Z]\\w*(?<!Test)(\\$.*)?");

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
            .map(KernelPanic::name)
            .orElse("a call");
    return new KernelPanic(call + " has no behaviour yet: the machine does not model it");
  }

  /**
   * A panic that names the outermost call of the port as one that needs a machine.
   *
   * @return the panic to throw
   */
  static KernelPanic noMachine() {
    String call =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .dropWhile(KernelPanic::isBinding)
                        .takeWhile(frame -> PORT.matcher(frame.getClassName()).matches())
                        .map(KernelPanic::name)
                        .reduce((inner, outer) -> outer))
            .orElse("a call");
    return new KernelPanic(call + " needs a machine, and none is bound to this thread: boot one");
  }

  private static boolean isBinding(StackWalker.StackFrame frame) {
    String name = frame.getClassName();
    return name.equals(KernelPanic.class.getName())
        || name.equals(BoundKernel.class.getName())
        || name.equals(Kernel.class.getName());
  }

  private static String name(StackWalker.StackFrame frame) {
    return frame.getClassName().replaceFirst("^dev\\.dmalint\\.", "") + "." + frame.getMethodName();
  }
}
