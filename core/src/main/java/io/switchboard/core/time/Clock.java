package io.switchboard.core.time;

/** Milliseconds since 1970-01-01 UTC. Kernels get it as an argument; shells ask this port. */
@FunctionalInterface
public interface Clock {
  long nowMs();
}
