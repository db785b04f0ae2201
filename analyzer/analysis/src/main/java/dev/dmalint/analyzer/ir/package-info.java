/**
 * Programs after the front end: language-free, typed three-address code that no later stage
 * changes. The analysis reads it, the interpreter runs it, a front end of any language makes it.
 *
 * <pre>
 * Program     = Type*, LibraryType*            what was read, and what it refers to
 * Type        = name, supertypes, flag*, Field*, Method*, Annotation*
 * Method      = MethodName, flag*, parameter*, Local*, Block*    the first block is the entry
 * Block       = Instruction*, Terminator, Handler*               handlers of all its steps
 * Instruction = Constant | Copy | Unary | Binary | Convert | Cast | InstanceOf | Concat
 *             | Allocate | AllocateArray | ArrayLength | ArrayLoad | ArrayStore
 *             | FieldLoad | FieldStore | Call | Closure | CaughtException | Monitor | Unlowered
 * Terminator  = Jump | Branch | Switch | Return | Throw
 * </pre>
 *
 * <p>Conventions. Names of types are erased binary names ({@code java.util.Map$Entry}, {@code
 * long[]}). Every expression has its own local; short-circuit operators and {@code ?:} are control
 * flow. Numeric promotion, boxing and narrowing are explicit: operands of a {@code Binary} have one
 * type. A constructor is the method {@code <init>} with the result {@code void}, called with the
 * allocated object as receiver; field and instance initialisers stand in it, after the call of the
 * super constructor. Static initialisers are the method {@code <clinit>}. A lambda or method
 * reference is a {@code Closure} over a synthetic static method of the same type, whose first
 * parameters are the captured values ({@code this} among them). Captured locals and outer instances
 * of inner classes are synthetic fields and constructor parameters. {@code finally} blocks are
 * copied to each exit.
 *
 * <p>Start at {@link dev.dmalint.analyzer.ir.Program} and {@link
 * dev.dmalint.analyzer.ir.Instruction}. Imports no sibling package.
 */
@NullMarked
package dev.dmalint.analyzer.ir;

import org.jspecify.annotations.NullMarked;
