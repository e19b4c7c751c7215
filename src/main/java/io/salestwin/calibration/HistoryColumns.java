package io.salestwin.calibration;

/**
 * The columns of a {@link CrmHistory}; shared between a history and its past, never changed. Those
 * of events are by event, all others by deal; {@code firstEvent} has one more, the number of all.
 */
record HistoryColumns(
    CrmHistory.Names names,
    String[] id,
    long[] createdMs,
    int[] owner,
    int[] source,
    int[] product,
    int[] segment,
    int[] reason,
    long[] amountCents,
    int[] presentStage,
    long[] promisedMs,
    long[] lastActivityMs,
    boolean[] nextStep,
    int[] category,
    int[] firstEvent,
    int[] eventStage,
    long[] eventMs,
    int[] eventActor,
    Revisions revisions) {}
