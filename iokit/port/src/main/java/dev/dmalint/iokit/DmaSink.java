package dev.dmalint.iokit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What reads the address that arrives here, and how it reads it. On a parameter: the argument; on a
 * field: each value stored; on a method: the value returned.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface DmaSink {
  /**
   * Who reads it.
   *
   * @return a consumer kind, {@code "K1"} to {@code "K17"}, or one that a model file declares
   */
  String consumer();

  /**
   * How far the address is shifted right before it is handed over.
   *
   * @return bits; 0 for a byte address, 12 for a number of a 4 KiB page
   */
  int shift() default 0;

  /**
   * How many bits of the (shifted) value the consumer keeps.
   *
   * @return bits, 1 to 64
   */
  int width() default 64;

  /**
   * The alignment the consumer demands of the address.
   *
   * @return bytes, a power of two; 1 for none
   */
  int alignment() default 1;
}
