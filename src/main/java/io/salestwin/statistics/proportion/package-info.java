/**
 * Counts: proportions of one and two groups, exact tests, tables, rates, sample-ratio mismatch and
 * non-inferiority of proportions. A figure that is undefined is NaN, and its record has a reason.
 */
package io.salestwin.statistics.proportion;
