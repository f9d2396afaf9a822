package io.switchboard.core.recording;

import io.switchboard.core.id.CallId;
import io.switchboard.core.id.OfferId;
import io.switchboard.core.id.TenantId;
import io.switchboard.core.signal.Reply;
import org.jspecify.annotations.Nullable;

/** What {@link Recorder} wants done once its facts are durable. */
public sealed interface RecordingEffect {
  /** Whether the customer of this number wants to be recorded. */
  record LookUp(CallId call, TenantId tenant, String number) implements RecordingEffect {}

  /** Whether this customer, whose call an agent says it is, wants to be recorded. */
  record LookUpNamed(CallId call, TenantId tenant, long customer) implements RecordingEffect {}

  /** Forgets what came in. */
  record Drop(TenantId tenant, CallId call, int number) implements RecordingEffect {}

  /** {@code talk} null: he waits. */
  record Tape(TenantId tenant, CallId call, int number, String announcement, String language, @Nullable OfferId talk)
      implements RecordingEffect {}

  record Mute(CallId call, int number, boolean silent) implements RecordingEffect {}

  record Stop(CallId call) implements RecordingEffect {}

  /** Says {@link RecordingEvent.Complete} when what came in grows no more. */
  record Keep(TenantId tenant, CallId call, int number) implements RecordingEffect {}

  /** Takes what came in to where it is kept. */
  record Take(TenantId tenant, CallId call, int number) implements RecordingEffect {}

  /** Says {@link RecordingEvent.Unwritten} where nothing comes in. */
  record Watch(TenantId tenant, CallId call, int number) implements RecordingEffect {}

  record Again(CallId call, int number) implements RecordingEffect {}

  /** To who asked in this decision. */
  record Answer(Reply reply) implements RecordingEffect {}

  /** Who asked in this decision is answered by {@link Release}, within some seconds: then {@code Muted}, not done, is to be told. */
  record Await(CallId call, int number, boolean silent) implements RecordingEffect {}

  record Release(CallId call, Reply reply) implements RecordingEffect {}

  record Complain(CallId call, String why) implements RecordingEffect {}
}
