/**
 * Answers for people and for files: {@link io.salestwin.report.Report} shows a forecast.
 *
 * <p>A report is made from the record that a question gives and from nothing else, so a library
 * user gets what the command line gets:
 *
 * <pre>{@code
 * Report report = new Report(forecast, warnings, Map.of("seed", "1"));
 * System.out.print(report.text(TextStyle.PLAIN)); // the odds as sentences
 * String page = report.html(); // one file: no network, no script, light and dark
 * RunFolder.write(out, "saas-20270101-090000", files); // whole or not at all
 * }</pre>
 *
 * <p>{@link io.salestwin.report.StoryReport} tells the story of a lead or a rep, {@link
 * io.salestwin.report.EventLog} writes all events for process-mining tools.
 *
 * <p>The bytes of every form depend on the record alone: not on clock, locale, fonts or the
 * machine.
 */
package io.salestwin.report;
