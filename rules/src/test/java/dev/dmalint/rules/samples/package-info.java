/**
 * Holds samples to what their comments say.
 *
 * <pre>
 * mark   = "// " kind rule ["\"" part of the message "\""] attribute*     above the line it is about
 * kind   = want       due and found
 *        | source     where the path of a finding starts
 *        | missed     due, not found yet
 *        | spurious   found, not due
 * attribute = breaks=P1,P2      exactly the platforms it breaks on
 *           | severity=warning  where it is not the rule's
 *           | replay=confirmed  what the replay says of it; kept here, checked by the replay
 * </pre>
 *
 * <p>A mark that is too long for its line goes on in the next lines of the comment. Start at {@link
 * dev.dmalint.rules.samples.Marks}.
 */
@NullMarked
package dev.dmalint.rules.samples;

import org.jspecify.annotations.NullMarked;
