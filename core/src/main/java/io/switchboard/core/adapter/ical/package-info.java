/**
 * iCalendar files (RFC 5545) as times at which something is closed: the only place that knows ical4j, which reads lines and expands rules.
 *
 * <p>{@link io.switchboard.core.adapter.ical.CalendarFile} is one file. {@code ContentLines} makes events of its text and knows their lines,
 * {@code Moments} reads dates, times and zones, {@code Event} is one VEVENT understood, {@code Occurrences} says when it takes place within
 * bounds. What is wrong is a {@link io.switchboard.core.adapter.ical.Fault}, and the whole file counts for nothing.
 */
@NullMarked
package io.switchboard.core.adapter.ical;

import org.jspecify.annotations.NullMarked;
