/**
 * {@link io.salestwin.explain.Explanation}: why it went as it went, for one lead or one rep of one
 * replication.
 *
 * <p>A {@link io.salestwin.explain.LeadStory} tells a lead's way in order of time: what it was, who
 * owned it, how long it waited for whom and why, every touch, and at each exit the stated chance,
 * every effect on it and the number drawn. A {@link io.salestwin.explain.RepStory} tells what one
 * rep did week by week or month by month. Nothing is computed anew: stories are read from a {@link
 * io.salestwin.metrics.Trace}.
 *
 * <pre>{@code
 * Trace trace = new Tracer(new RunPlan(scenario, 42, 1)).trace(0);
 * String lead = Explanation.suggestions(trace).leads().get(0).name();
 * LeadStory story = Explanation.lead(trace, lead).value();
 * RepStory rep = Explanation.rep(trace, "AE 3").value();
 * }</pre>
 */
package io.salestwin.explain;
