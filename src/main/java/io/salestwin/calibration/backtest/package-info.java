/**
 * How good a forecast would have been: {@link io.salestwin.calibration.backtest.Backtest} goes back
 * to past days, sees only what was known then, forecasts what came after, and keeps the score.
 *
 * <pre>{@code
 * CrmHistory history = CrmImport.read(export, MappingRules.NONE, step -> {}).history();
 * Backtest backtest = Backtest.of(history, BacktestPlan.usual(history, 1), step -> {});
 * double skill = backtest.wins().skill();
 * }</pre>
 */
package io.salestwin.calibration.backtest;
