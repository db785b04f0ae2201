package dev.dmalint.iokit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which device a driver class drives: one dictionary of {@code IOKitPersonalities} in {@code
 * Info.plist}. An empty string is a key that is not there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Personality.List.class)
public @interface Personality {
  /**
   * The key of the dictionary in {@code IOKitPersonalities}.
   *
   * @return a name of the author's choice
   */
  String name() default "";

  /**
   * {@code IOProviderClass}.
   *
   * @return the class of the nub, as {@code "IOPCIDevice"}
   */
  String providerClass() default "";

  /**
   * {@code IOPCIMatch}.
   *
   * @return device and vendor as 32 bits each, separated by blanks, with an optional mask: {@code
   *     "0x10021af4"} or {@code "0x00001af4&0x0000ffff"}
   */
  String pciMatch() default "";

  /**
   * {@code IOPCIClassMatch}.
   *
   * @return class code in the upper 24 bits, with an optional mask: {@code "0x01080200&0xffffff00"}
   */
  String pciClassMatch() default "";

  /**
   * {@code IOPCITunnelCompatible}.
   *
   * @return whether the driver also matches devices behind Thunderbolt
   */
  boolean tunnelCompatible() default false;

  /** The personalities of a driver that has several. */
  @Documented
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface List {
    /**
     * The personalities.
     *
     * @return in source order
     */
    Personality[] value();
  }
}
