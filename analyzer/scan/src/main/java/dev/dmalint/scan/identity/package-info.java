/**
 * Which devices drivers match, as {@code Info.plist} files beside or above their sources say it.
 *
 * <pre>
 * folders of sources -> Info.plist*                        PersonalityFiles
 * Info.plist -> PlistValue                                 PlistReader
 * PlistValue / IOKitPersonalities -> Personality*, Gap*    Personalities
 * </pre>
 *
 * <p>A file is looked for in the folder of each source and above it, up to the folder of the
 * repository; outside a repository, up to the path that was given. What is malformed becomes a gap.
 * Document types and entities are never loaded.
 */
@NullMarked
package dev.dmalint.scan.identity;

import org.jspecify.annotations.NullMarked;
