/**
 * Turns a test method into one test for each world of a platform, run on the machine of that world.
 *
 * <pre>
 * OnPlatform, MachineSetup -> worlds -> a machine and a device for each -> parameters of the test
 * faults, reports of the checker, ExpectFault, ExpectMisuse -> pass or fail
 * </pre>
 *
 * <p>Start at {@link dev.dmalint.junit.OnPlatform}. Works with JUnit 5.10 and later, 6 included.
 */
@NullMarked
package dev.dmalint.junit;

import org.jspecify.annotations.NullMarked;
