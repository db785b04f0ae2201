package dev.dmalint.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * On a method: a test, without {@code @Test}, that runs once in each world of these platforms, on a
 * fresh machine that is bound to the thread of the test. On a class: where its {@link PlatformTest}
 * methods run; a method's own annotation counts instead.
 *
 * <p>Parameters of the test, and of the methods before and after it, may be {@code Machine}, {@code
 * IOPCIDevice} or {@code IOService} (the nub of the attached device), {@code Trace} and {@code
 * World}. A fault of the device, or a report of the checker of DMA misuse, fails the test unless
 * {@link ExpectFault} or {@link ExpectMisuse} expects it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Repeatable(OnPlatform.List.class)
@TestTemplate
@ExtendWith(PlatformExtension.class)
public @interface OnPlatform {
  /**
   * Ids.
   *
   * @return platforms as {@code P1}, which stand for all their worlds, worlds as {@code
   *     P1/ram-high}, or {@code all}
   */
  String[] value();

  /** Several of them. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
  @TestTemplate
  @ExtendWith(PlatformExtension.class)
  @interface List {
    /**
     * All.
     *
     * @return in source order
     */
    OnPlatform[] value();
  }
}
