package io.salestwin.cli;

import io.salestwin.report.Answer;
import java.util.List;

/** A command that answers a question about one or several files and can be asked again. */
interface QuestionCommand {

  /**
   * Answers. Whatever it reads and plays goes through the inquiry, so that it can be asked again
   * from a manifest.
   */
  Answer answer(Inquiry inquiry);

  /**
   * Writes what the person wants beside the folder of the answer; not when it is asked again.
   *
   * @return what is to be told of it, in lines
   */
  default List<String> copies(Answer answer) {
    return List.of();
  }
}
