/**
 * What the project promises about its own shape, as tests over the compiled classes, the poms and
 * the papers.
 *
 * <pre>
 * ModulesTest    which module may see which, and who alone meets a library
 * StagesTest     the packages of the analysis, bottom to top
 * HabitsTest     no mutable statics, clocks, printing; names and null marks
 * CatalogueTest  each rule has its page and its sample
 * PapersTest     what README and ARCHITECTURE say is there
 * LibrariesTest  the jars that ship run on Java 17 and share no class
 * </pre>
 *
 * <p>Start at {@code ModulesTest}. Reads the project, never changes it.
 */
package dev.dmalint.conventions;
