/**
 * {@link io.salestwin.experiment.calculator.Calculators} is the face: statistics by name. Each
 * {@link io.salestwin.experiment.calculator.Family} reads its named inputs, has them calculated in
 * {@code io.salestwin.statistics}, and names what comes out. Nothing is computed here.
 *
 * <pre>{@code
 * Node values = Node.parse("{x1: 30, n1: 100, x2: 45, n2: 110}", "example").value();
 * Answer answer = Calculators.named("two-proportions").answer(Input.of(values));
 * Object z = answer.fields().get("z");
 * }</pre>
 *
 * <p>What is undefined, such as a test on data without any spread, is {@code "NaN"} with a {@code
 * reason}; never 0, and never p = 1.
 */
package io.salestwin.experiment.calculator;
