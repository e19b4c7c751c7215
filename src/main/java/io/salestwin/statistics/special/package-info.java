/**
 * Special functions that the libraries lack or lose digits in. Every one is pure and says its
 * domain, its error and its source.
 */
package io.salestwin.statistics.special;
