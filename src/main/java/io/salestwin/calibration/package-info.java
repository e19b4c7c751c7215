/**
 * From CRM history to a scenario one may trust: {@link io.salestwin.calibration.CrmImport} reads an
 * export, {@link io.salestwin.calibration.CrmHistory} is what it says, {@link
 * io.salestwin.calibration.Calibration} is the scenario that is learned from it.
 *
 * <p>Whatever a CRM exports becomes one history: deals and the stages that they entered, as
 * columns. {@link io.salestwin.calibration.CrmHistory#asOf} is the one place that masks the future;
 * nothing that fits or forecasts looks at anything but its result.
 *
 * <pre>{@code
 * CrmImport read = CrmImport.read(Path.of("scenarios/maven-crm"), MappingRules.NONE, step -> {});
 * CrmHistory then = read.history().asOf(read.history().createdMs(5000));
 * Calibration learned = Calibration.of(then, read.priceCents(), "Maven", "open.csv");
 * Scenario scenario = learned.read().scenario().orElseThrow();
 * }</pre>
 */
package io.salestwin.calibration;
