/**
 * Which territory should own which account: {@link io.salestwin.planning.territory.TerritoryPlan}.
 *
 * <p>{@link io.salestwin.planning.territory.TerritoryFiles} reads accounts and reps and tells all
 * that is wrong with them at once; the plan divides the accounts among the territories so that
 * potential and work are even for the same capacity, each territory works within a band of its
 * capacity, locked accounts and open deals stay, and as little as possible moves.
 *
 * <pre>{@code
 * TerritoryFiles files = TerritoryFiles.of(accounts, reps, Map.of());
 * Search search = Search.whole(cost -> {});
 * TerritoryPlan plan = TerritoryPlan.of(files, DivisionRules.USUAL, 1, search);
 * double gini = plan.potentialAfter().gini();
 * }</pre>
 */
package io.salestwin.planning.territory;
