package io.salestwin.planning.staffing;

import java.util.List;
import java.util.Optional;

/**
 * A change of a plan that is played with the same luck before and after.
 *
 * @param name what it is
 * @param before the overrides before it; empty for those of the plan that was found
 * @param after the overrides after it
 */
record StaffingChange(String name, Optional<List<String>> before, List<String> after) {}
