/**
 * Time until an event, with observations that are still open.
 *
 * <p>{@link io.salestwin.statistics.survival.KaplanMeier} is the share still open over time, {@link
 * io.salestwin.statistics.survival.LogRank} compares groups, {@link
 * io.salestwin.statistics.survival.CoxModel} adds covariates. Where a deal can end in two ways,
 * {@link io.salestwin.statistics.survival.CompetingRisks} has the shares won and lost, and {@link
 * io.salestwin.statistics.survival.GrayTest} compares them: a lost deal is not one that is still
 * open. A figure that is undefined is NaN, and there is a reason.
 */
package io.salestwin.statistics.survival;
