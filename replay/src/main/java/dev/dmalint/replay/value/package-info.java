/**
 * What a variable of a running program may hold.
 *
 * <pre>
 * value     = primitive | Nil | Reference
 * primitive = Boolean, Byte, Short, Character, Integer, Long, Float or Double of the host
 * Reference = Instance | ArrayValue | Text | Box | FunctionValue | TypeValue | HostValue
 * </pre>
 *
 * <p>A boxed number of the program is a {@link dev.dmalint.replay.value.Box}, which has an
 * identity; a host number stands for the primitive. Equality of references is identity of the host
 * objects.
 */
@NullMarked
package dev.dmalint.replay.value;

import org.jspecify.annotations.NullMarked;
