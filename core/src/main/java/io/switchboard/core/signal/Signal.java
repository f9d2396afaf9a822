package io.switchboard.core.signal;

/** Something that one stage tells the others. Immutable; delivered at most once, in order between two stages. */
public interface Signal {}
