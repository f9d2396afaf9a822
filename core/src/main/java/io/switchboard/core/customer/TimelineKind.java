package io.switchboard.core.customer;

/** What of an interaction, or of a record, an entry of a timeline is about. Who shows timelines has a word for each. */
public enum TimelineKind {
  CALL,
  IVR,
  QUEUE,
  OFFER,
  TALK,
  TRANSFER,
  CALLBACK,
  DIAL,
  VOICEMAIL,
  RECORDING,
  SURVEY,
  SCRIPT,
  NOTE,
  CASE,
  TASK,
  CHANGE
}
