/**
 * {@link io.salestwin.experiment.analysis.Analysis} judges the results of an experiment as its plan
 * says: whether units were split as planned, the planned test of the one metric that decides, its
 * guardrails, what looking more often than planned costs, and then what to do. What cannot be
 * computed is <em>not computable, because</em>: never a neutral number.
 *
 * <pre>{@code
 * ExperimentFile file = ExperimentFile.read(Path.of("experiments/proposal.yaml"), List.of());
 * Results results = Results.parse(text, "results.csv", file.plan().orElseThrow(), Optional.empty());
 * Analysis analysis = Analysis.of(file, results, List.of(), 1, 10);
 * String decision = analysis.decision().sentence();
 * }</pre>
 */
package io.salestwin.experiment.analysis;
