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
 * <p>As {@link dev.dmalint.analyzer.ir.IrPrinter} and the command {@code ir} print it, each step
 * and end followed by the lines and columns it comes from:
 *
 * <pre>
 * type    = "type" name flags ["extends" name] ["implements" name, ...] annotation* field* method*
 * method  = "method" name(type, ...) ":" type flags annotation* ["parameters" local:type, ...] block*
 * block   = number ":" ("catch" type | ... "->" number)* step* end
 * step    = [local:type "="] value | place "=" local | "monitor" ("enter" | "exit") local
 * value   = literal | local | sign local | local sign local | "convert" local
 *         | "cast" local "to" type | local "instanceof" type | "concat" (local, ...)
 *         | "new" type ["[" local, ... "]"] | "length" local | place | "caught"
 *         | ["guessed" | "unresolved"] ("static" | "virtual" | "special") [local "."] method(local, ...)
 *           ["of" candidate, ...]
 *         | "closure" method "by" name(local, ...) | "unlowered" text(local, ...)
 * place   = [local "."] type#name | local "[" local "]"
 * end     = "jump" number | "if" local "then" number "else" number | "return" [local] | "throw" local
 *         | "switch" local (literal "->" number ",")* "else ->" number
 * </pre>
 *
 * <p>Conventions. Names of types are erased binary names ({@code java.util.Map$Entry}, {@code
 * long[]}). Every expression has its own local; a read of a variable is the variable itself where
 * nothing later in the same expression can assign it, else a copy. Short-circuit operators and
 * {@code ?:} are control flow; what the compiler folds is a {@code Constant}, and a branch that a
 * constant rules out is left out. Numeric promotion, boxing and narrowing are explicit: operands of
 * a {@code Binary} have one type. Casts stand where erasure needs a check. A {@code Switch} throws
 * for a null selector; a {@code switch} with patterns is a chain of tests.
 *
 * <p>A constructor is the method {@code <init>} with the result {@code void}, called with the
 * allocated object as receiver. Its parameters are, in this order: name and ordinal for an enum;
 * the outer instance {@code this$0} of an inner class; for an anonymous class whose superclass is
 * an inner class the outer instance of that, {@code super$0}; what is declared; the captured
 * variables {@code val$x}. Outer instance and captured variables are kept in synthetic fields of
 * these names before anything else; field and instance initialisers stand after the call of the
 * super constructor. Static initialisers are the method {@code <clinit>}. An enum has {@code
 * $VALUES}, {@code values} and {@code valueOf}; a type whose method overrides a generic one also
 * has a synthetic method of the erased signature that hands on to it, so that dispatch needs
 * signatures alone; a record has its canonical constructor and accessors, while {@code equals},
 * {@code hashCode} and {@code toString} are left to models. A class that asserts has the field
 * {@code $assertionsDisabled}.
 *
 * <p>A lambda or method reference is a {@code Closure} over a synthetic static method of the same
 * type, {@code lambda$method$n}, whose first parameters are the captured values ({@code this}
 * first); its own parameters may be narrower than those of the interface's method. {@code finally}
 * blocks and the closing of resources are copied to each exit.
 *
 * <p>An undeclared type has its written name, completed by the single-type import that names it; by
 * the usual spelling parts after the first capital are nested types. A value of unknown type has
 * the type that the place around asks for, a number {@code long}, else {@code java.lang.Object};
 * the result type of an unresolved call and the type of an undeclared field say the same. An
 * unresolved member without a qualifier belongs to the type that a single static import names, else
 * to a supertype that is undeclared, else to the type around.
 *
 * <p>Start at {@link dev.dmalint.analyzer.ir.Program} and {@link
 * dev.dmalint.analyzer.ir.Instruction}. Imports no sibling package.
 */
@NullMarked
package dev.dmalint.analyzer.ir;

import org.jspecify.annotations.NullMarked;
