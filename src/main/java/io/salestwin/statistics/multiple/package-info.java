/** Several tests at once: adjusted p-values. */
package io.salestwin.statistics.multiple;
