package io.salestwin.scenario;

import io.salestwin.random.Distribution;
import java.util.Map;

/**
 * What is bought.
 *
 * @param name its name
 * @param value distribution of the annual contract value of one deal, in cents
 * @param margin gross margin as a fraction of the value, 0 to 1
 * @param contractMonths length of the contract in months, above 0
 * @param effects log-odds of advancing by the stage's name; 0 where absent
 */
public record Product(
    String name,
    Distribution value,
    double margin,
    double contractMonths,
    Map<String, Double> effects) {}
