/**
 * {@link io.salestwin.calendar.Clock}: time as people keep it.
 *
 * <p>Whatever runs at a speed that depends on the calendar runs on a clock: work (working hours,
 * {@link io.salestwin.calendar.WorkCalendar}), buyers' decisions and arrivals ({@link
 * io.salestwin.calendar.Season}). Clocks multiply. Facts are told by {@link
 * io.salestwin.calendar.Period}, a month or a quarter of the {@link
 * io.salestwin.calendar.FiscalYear}. Time is a {@code long} in milliseconds from the midnight at
 * which the scenario starts; days have 24 hours, there is no daylight saving.
 *
 * <pre>{@code
 * LocalDate friday = LocalDate.of(2027, 1, 1);
 * WorkCalendar office =
 *     WorkCalendar.of(8, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of());
 * Clock work = office.clock(friday, 0, 90 * Clock.DAY);
 * // 3 hours of work from Friday 16:00 end on Monday at 11:00
 * long end = work.after(16 * Clock.HOUR, 3 * Clock.HOUR); // 3 * Clock.DAY + 11 * Clock.HOUR
 * }</pre>
 */
package io.salestwin.calendar;
