/** A driver that logs, compares and publishes addresses of every space. Nothing to find. */
package dev.dmalint.samples.pagelog;
