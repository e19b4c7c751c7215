package io.salestwin.model;

import io.salestwin.scenario.Scenario;

/**
 * One arm of an experiment: the same organisation with some levers set otherwise.
 *
 * @param name its name
 * @param scenario the scenario with the arm's overrides applied; it differs from the root scenario
 *     in stages only
 * @param share share of the leads that get this arm, above 0; over all arms the shares sum to 1
 */
public record Arm(String name, Scenario scenario, double share) {}
