package dev.dmalint.machine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows of the tables of iokit-facts that a test holds, as {@code facts-rows.txt} lists them:
 * section, slash, name of the row.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Row {
  /** {@return the rows} */
  String[] value();
}
