/**
 * The text of model files as a tree whose every part knows its line.
 *
 * <pre>
 * Node     = Mapping | Items | Scalar, each with its Position
 * Mapping  = (key, Node)*         keys differ, and keep their order
 * Items    = Node*
 * Scalar   = text                 numbers are not told from words here
 * </pre>
 *
 * <p>{@link dev.dmalint.models.text.YamlText} reads YAML; {@link
 * dev.dmalint.models.text.CompiledTree} is the form in which the built-in files ship. Start at
 * {@link dev.dmalint.models.text.Node}. Knows nothing of models.
 */
@NullMarked
package dev.dmalint.models.text;

import org.jspecify.annotations.NullMarked;
