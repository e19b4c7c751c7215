/**
 * What today's open deals will bring and what is wrong with them: {@link
 * io.salestwin.calibration.pipeline.Pipeline} weighs them, plays them, holds their categories
 * against the past, and tells what happened to them since an earlier evening.
 *
 * <pre>{@code
 * CrmImport read = CrmImport.read(export, MappingRules.NONE, step -> {});
 * Pipeline pipeline = Pipeline.of(read, plan, Runner.local(2), Progress.SILENT, step -> {});
 * Estimate odds = pipeline.forecast().periods().get(0).odds().orElseThrow();
 * }</pre>
 */
package io.salestwin.calibration.pipeline;
