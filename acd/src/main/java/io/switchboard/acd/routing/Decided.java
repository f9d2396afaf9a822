package io.switchboard.acd.routing;

import io.switchboard.core.journal.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event led to.
 *
 * @param facts already applied; to be made durable
 * @param effects to be done afterwards
 * @param bug what broke off the decision, else null. What had been decided before it holds and stands in the other two.
 */
public record Decided(List<Fact> facts, List<Effect> effects, @Nullable RuntimeException bug) {}
