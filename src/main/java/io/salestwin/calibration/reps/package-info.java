/**
 * {@link io.salestwin.calibration.reps.RepAnalysis}: do reps differ by more than luck, in what, and
 * is there anything to coach?
 *
 * <pre>{@code
 * CrmImport read = CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, step -> {});
 * RepAnalysis reps = RepAnalysis.of(read.history(), read.teams(), RepPlan.usual(1));
 * double luck = reps.groupings().get(0).measure(Measure.Kind.WIN_RATE).orElseThrow().luck();
 * }</pre>
 */
package io.salestwin.calibration.reps;
