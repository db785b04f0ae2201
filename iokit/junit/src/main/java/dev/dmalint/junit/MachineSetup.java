package dev.dmalint.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the machine of a test is like beyond its world; a method's counts before its class's. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface MachineSetup {
  /**
   * Decides in which order pages are handed out.
   *
   * @return any number
   */
  long seed() default 1;

  /**
   * Whether IOVAs and RAM share low numbers, so that a wrong space hits something.
   *
   * @return usually not
   */
  boolean collisions() default false;

  /**
   * Whether a device gets its own mapper when it is opened, not at boot.
   *
   * @return usually not
   */
  boolean mapperAtOpen() default false;

  /**
   * Steps that fail.
   *
   * @return as {@code allocate:2} for the second allocation, {@code map:1}, {@code wire:1}
   */
  String[] failures() default {};

  /**
   * Calls and accesses before the driver is stopped.
   *
   * @return at least 1
   */
  long steps() default 1_000_000;

  /**
   * How long the test method may take.
   *
   * @return seconds, at least 1
   */
  int timeoutSeconds() default 10;

  /**
   * Vendor id of the attached device.
   *
   * @return 16 bits; 0 where it does not matter
   */
  int vendor() default 0;

  /**
   * Device id of the attached device.
   *
   * @return 16 bits; 0 where it does not matter
   */
  int device() default 0;

  /**
   * Class code of the attached device.
   *
   * @return class, subclass and interface in the high 24 bits, as {@code IOPCIClassMatch} writes it
   */
  int classCode() default 0;
}
