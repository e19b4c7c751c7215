/**
 * Where values lie: means, ranks, quantiles, permutations, heavy tails, covariates and ratios. A
 * figure that is undefined is NaN, and its record has a reason.
 */
package io.salestwin.statistics.location;
