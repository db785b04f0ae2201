package dev.dmalint.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A mapper must refuse an access of the device; the test fails where none does. What the checker of
 * DMA misuse says of that access is expected too.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ExpectFault {
  /**
   * Where.
   *
   * @return ids of platforms or worlds; empty for all that the test runs on
   */
  String[] on() default {};
}
