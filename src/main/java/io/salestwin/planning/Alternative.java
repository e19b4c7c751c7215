package io.salestwin.planning;

import io.salestwin.scenario.Recipe;

/**
 * One of the scenarios that are compared.
 *
 * @param name what people call it
 * @param recipe the scenario as it was written
 */
public record Alternative(String name, Recipe recipe) {}
