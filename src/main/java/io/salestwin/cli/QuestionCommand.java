package io.salestwin.cli;

import io.salestwin.report.Answer;

/** A command that answers a question about one or several files and can be asked again. */
interface QuestionCommand {

  /**
   * Answers. Whatever it reads and plays goes through the inquiry, so that it can be asked again
   * from a manifest.
   */
  Answer answer(Inquiry inquiry);
}
