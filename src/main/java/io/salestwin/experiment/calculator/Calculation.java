package io.salestwin.experiment.calculator;

/** A pure function from what is given to a calculator to its answer. */
@FunctionalInterface
public interface Calculation {

  /**
   * Calculates.
   *
   * @param input what is given
   * @return the answer; a figure that is undefined is NaN there, and the answer has a reason
   * @throws IllegalArgumentException when the input cannot be used: with what and what to do
   */
  Answer answer(Input input);
}
