package dev.dmalint.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The checker of DMA misuse must report this kind; the test fails where it does not. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(ExpectMisuse.List.class)
public @interface ExpectMisuse {
  /**
   * Which.
   *
   * @return the kind, as it stands in brackets in the trace
   */
  String value();

  /**
   * Where.
   *
   * @return ids of platforms or worlds; empty for all that the test runs on
   */
  String[] on() default {};

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface List {
    /**
     * All.
     *
     * @return in source order
     */
    ExpectMisuse[] value();
  }
}
