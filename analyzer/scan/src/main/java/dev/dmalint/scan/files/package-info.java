/**
 * Which Java files lie below the paths of a scan, and what is in them.
 *
 * <pre>
 * PATH* -> Found = FoundFile*, Gap*, what was left out      SourceFinder
 * FoundFile -> Reading = Text | Unread                      SourceReader
 * </pre>
 *
 * <p>Names in reports are relative to the folder the scan was started in, with '/' between their
 * parts. A PATH outside that folder is named from its own parent: {@code dmalint scan /src/nic}
 * reports {@code nic/Ring.java}.
 *
 * <p>A link to a folder is not followed, a link to a file only where the file lies below a PATH; no
 * real file is read twice. Nothing but regular files is ever opened, and nothing is written.
 */
@NullMarked
package dev.dmalint.scan.files;

import org.jspecify.annotations.NullMarked;
