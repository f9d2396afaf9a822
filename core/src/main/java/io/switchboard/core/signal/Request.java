package io.switchboard.core.signal;

/** A question or command to the one stage that owns the answer. {@code A} is the type of the answer. */
public interface Request<A> {}
