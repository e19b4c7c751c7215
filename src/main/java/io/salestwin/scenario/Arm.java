package io.salestwin.scenario;

/**
 * One arm of an experiment: the same organisation with some levers set otherwise.
 *
 * @param name its name
 * @param scenario the scenario with the arm's overrides applied
 * @param share share of the units that get this arm, above 0; over all arms the shares sum to 1
 */
public record Arm(String name, Scenario scenario, double share) {}
