/**
 * The project's configuration, {@code dmalint.yaml}.
 *
 * <pre>
 * folders -> file | none                                   ConfigurationFile
 * file -> Node, each with its line and column
 * Node -> Configuration, or a UsageException              ConfigurationReader
 * </pre>
 *
 * <p>Each key is a {@link dev.dmalint.scan.configuration.Key}; {@code dmalint.schema.json} beside
 * this package's classes describes them to editors. A configuration is data: none of its keys names
 * a file to write or code to load, and one that was found in the scanned tree reaches no file
 * outside it.
 */
@NullMarked
package dev.dmalint.scan.configuration;

import org.jspecify.annotations.NullMarked;
