package io.salestwin.experiment.calculator;

import java.util.Objects;

/**
 * One family of statistical calculators.
 *
 * @param code the two letters by which files of cases name it, such as {@code ZP}
 * @param method the name by which a person calls it, such as {@code two-proportions}
 * @param about what it answers, in one line
 * @param example what may be given, as a person writes it: {@code x1=30 n1=100 x2=45 n2=110}
 * @param calculation the calculator
 */
public record Family(
    String code, String method, String about, String example, Calculation calculation) {

  public Family {
    if (!code.matches("[A-Z]{2}") || !method.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("a family is called " + code + " and " + method);
    }
    Objects.requireNonNull(about, "about");
    Objects.requireNonNull(example, "example");
    Objects.requireNonNull(calculation, "calculation");
  }

  /**
   * Calculates what a person asks for, and refuses names that the calculator did not ask for: a
   * misspelt name must not be taken for an option left out.
   *
   * @param input what is given
   * @return the answer
   * @throws IllegalArgumentException when the input cannot be used: with what and what to do
   */
  public Answer answer(Input input) {
    Answer answer = calculated(input);
    input.refuseUnread();
    return answer;
  }

  /**
   * Calculates a case of a file, which may hold more than this calculator knows: names that it did
   * not ask for are listed in the answer's field {@code ignored}.
   *
   * @param input what is given
   * @return the answer
   * @throws IllegalArgumentException when the input cannot be used: with what and what to do
   */
  Answer answerCase(Input input) {
    Answer answer = calculated(input);
    return input.unread().isEmpty() ? answer : answer.with("ignored", input.unread());
  }

  private Answer calculated(Input input) {
    try {
      return calculation.answer(input);
    } catch (ArithmeticException e) { // a sum or a search that finds no end
      throw new BadCase(
          "not computable with figures as extreme as these ("
              + e.getMessage()
              + "); give less extreme ones");
    }
  }
}
