/** Commands made after a look at which mapper there is. Nothing to find. */
package dev.dmalint.samples.fallback;
