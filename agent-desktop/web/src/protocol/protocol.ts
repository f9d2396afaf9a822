// Generated from the records of io.switchboard.desktop.protocol by ProtocolTypesTest, which fails when it is out of date and with
// -Ddocs.write=true renews it. Do not change it by hand.

export interface AgentRow {
  display_name: string;
  state: AgentState;
  reason: string;
  since_ms: number;
  call: string | null;
  queue: string | null;
  number: string;
  value_class: string;
  phone_reachable: boolean;
  listened_by: string | null;
}

export type AgentState = 'signed_out' | 'not_ready' | 'ready' | 'reserved' | 'ringing' | 'talking' | 'held' | 'wrap_up';

export type AlarmKind = 'waiting' | 'longest_wait' | 'service_level';

export interface AlarmView {
  queue: string;
  kind: AlarmKind;
  value: number;
  limit: number;
  since_ms: number;
}

export type CallState = 'offered' | 'ringing' | 'talking' | 'held' | 'wrap_up';

export interface CallView {
  id: string;
  offer: string;
  direction: Direction;
  state: CallState;
  since_ms: number;
  talk_since_ms: number | null;
  queue: string;
  queue_title: string;
  number: string;
  caller_name: string;
  language: string;
  called: string;
  value_class: string;
  waited_ms: number;
  chosen: Chosen[];
  known: Record<string, string>;
  customer: CustomerCard | null;
  matches: CustomerCard[];
  lookup: Lookup;
  notes: NoteView[];
  why_text_en: string;
  why_text_zh: string;
  script: string | null;
  recording: RecordingView;
  muted: boolean;
  parties: PartyView[];
  can: Verb[];
}

export interface Chosen {
  step: string;
  answer: string;
  led_to: string;
}

export interface Contact {
  at_ms: number;
  kind: TimelineKind;
  direction: string;
  call: string | null;
  queue: string;
  agent: string;
  outcome: string;
}

export interface CustomerCard {
  id: number;
  name: string;
  number: string;
  value_class: string;
  language: string;
  company: string;
  do_not_call: boolean;
  preferences: Record<string, string>;
  consent: Record<string, string>;
  notes: string;
  open_cases: OpenCase[];
  open_tasks: OpenTask[];
  last_contacts: Contact[];
  link: string;
}

export interface DeskView {
  me: MeView;
  phone: PhoneView;
  call: CallView | null;
  side: SideView | null;
  listening: ListeningView | null;
  today: TodayView;
  messages: MessageView[];
}

export type Direction = 'in' | 'out' | 'consult' | 'callback';

export type ListenEnding = 'left' | 'talk_over' | 'took_over' | 'not_answered' | 'lost';

export type ListenMode = 'listen' | 'whisper' | 'barge';

export type ListeningState = 'ringing' | 'joined' | 'over';

export interface ListeningView {
  call: string;
  agent: string;
  agent_name: string;
  mode: ListenMode;
  state: ListeningState;
  since_ms: number;
  ending: ListenEnding | null;
}

export type Lookup = 'pending' | 'done' | 'failed';

export interface MeView {
  user: string;
  display_name: string;
  role: string;
  tenant: string;
  languages: string[];
  queues: string[];
  reasons: Reason[];
  state: AgentState;
  reason: string;
  since_ms: number;
  until_ms: number | null;
  extendable: boolean;
  pending: string;
  notice: NoticeView | null;
  wrap_up_codes: WrapUpCode[];
  code_required: boolean;
  can_dial: boolean;
}

export interface MessageView {
  id: string;
  from: string;
  text: string;
  at_ms: number;
  seen: boolean;
}

export interface NoteView {
  agent: string;
  code_en: string;
  code_zh: string;
  text: string;
  at_ms: number;
}

export type Notice = 'no_answer' | 'busy' | 'declined' | 'phone_unreachable' | 'phone_back' | 'changed' | 'over_limit' | 'break_due' | 'break_begun' | 'not_recorded' | 'not_reached';

export interface NoticeView {
  code: Notice;
  text_en: string;
  text_zh: string;
}

export type OfferEnding = 'unanswered' | 'busy' | 'declined' | 'unreachable' | 'caller_gone' | 'withdrawn' | 'customer_missed' | 'answered_elsewhere' | 'lost' | 'failed';

export interface OpenCase {
  id: number;
  kind: string;
  title: string;
  state: string;
  owner: string;
  due_at_ms: number | null;
}

export interface OpenTask {
  id: string;
  kind: string;
  title: string;
  owner: string;
  due_at_ms: number | null;
}

export type Party = 'caller' | 'agent' | 'lost' | 'unseen';

export type PartyRole = 'customer' | 'agent' | 'outside';

export type PartyState = 'talking' | 'held' | 'ringing' | 'gone';

export interface PartyView {
  role: PartyRole;
  name: string;
  number: string;
  state: PartyState;
}

export type PhoneKind = 'browser' | 'sip';

export interface PhoneView {
  kind: PhoneKind;
  endpoint: string;
  reachable: boolean;
  elsewhere: boolean;
}

export interface Pong {
  n: number;
}

export interface ProblemNow {
  code: string;
  text_en: string;
  text_zh: string;
}

export interface QueueRow {
  waiting: number;
  longest_since_ms: number | null;
  service_level: number | null;
  expected_wait_ms: number | null;
  agents: Partial<Record<AgentState, number>>;
  answered: number;
  abandoned: number;
  closed: boolean;
  message: string | null;
}

export interface Reason {
  name: string;
  limit_s: number | null;
}

export type RecordingState = 'off' | 'on' | 'paused';

export interface RecordingView {
  state: RecordingState;
  can_start: boolean;
  can_pause: boolean;
}

export interface Resume {
  session: string;
  seq: number;
}

export type SideState = 'ringing' | 'talking' | 'held' | 'failed';

export interface SideView {
  id: string;
  to: string;
  state: SideState;
  since_ms: number;
  reason: OfferEnding | null;
}

export type Stage = 'in_flow' | 'waiting' | 'ringing' | 'callback' | 'dialling' | 'talking' | 'transferred';

export interface TimelineEntry {
  at_ms: number;
  kind: TimelineKind;
  call: string | null;
  queue: string;
  by: string;
  what: TimelineWhat;
  details: Record<string, string>;
}

export type TimelineKind = 'call' | 'ivr' | 'queue' | 'offer' | 'talk' | 'transfer' | 'callback' | 'dial' | 'voicemail' | 'recording' | 'survey' | 'script' | 'note' | 'case' | 'task' | 'change';

export type TimelineWhat = 'arrived' | 'customer_named' | 'language' | 'chosen' | 'found' | 'nothing' | 'caller_hung_up_after_talk' | 'agent_hung_up' | 'caller_hung_up_in_flow' | 'abandoned' | 'callback_booked' | 'transferred' | 'flow_ended' | 'unknown_number' | 'entered' | 'closed' | 'emergency' | 'no_agents' | 'full' | 'unknown_queue' | 'agent_busy' | 'queue_removed' | 'max_wait' | 'overflow' | 'key' | 'unreached' | 'returned' | 'cancelled' | 'moved' | 'unanswered' | 'declined' | 'unreachable' | 'caller_gone' | 'withdrawn' | 'customer_missed' | 'answered_elsewhere' | 'lost' | 'begun' | 'ended' | 'coded' | 'consulted' | 'handed_on' | 'booked' | 'reached' | 'dialled' | 'answered' | 'busy' | 'no_answer' | 'rejected' | 'invalid' | 'congestion' | 'agent_missed' | 'called_party_hung_up' | 'caller_hung_up' | 'not_allowed' | 'failed' | 'unseen' | 'left' | 'kept' | 'paused' | 'resumed' | 'removed' | 'consent_refused' | 'consent_unknown' | 'good' | 'bad' | 'written' | 'made' | 'done' | 'seen' | 'opened' | 'changed' | 'created' | 'number_added' | 'number_removed' | 'anonymised';

export interface TodayView {
  at_ms: number;
  answered: number;
  talk_ms: number;
  held_ms: number;
  wrap_up_ms: number;
  ready_ms: number;
  not_ready_ms: number;
  refused: number;
  dialled: number;
}

export type Topic = 'desk' | 'wall';

export type Verb = 'decline' | 'hang-up' | 'hold' | 'resume' | 'keys' | 'mute' | 'transfer' | 'consult' | 'swap' | 'complete' | 'cancel' | 'conference' | 'recording' | 'extend-wrap-up' | 'wrap-up';

export interface WaitingCall {
  call: string;
  queue: string;
  stage: Stage;
  since_ms: number;
  position: number;
  number: string;
  value_class: string;
  priority: number;
}

export interface WallView {
  queues: Record<string, QueueRow>;
  agents: Record<string, AgentRow>;
  waiting: WaitingCall[];
  alarms: AlarmView[];
}

export interface Welcome {
  session: string;
  resumed: boolean;
  kept_ms: number;
}

export interface WrapUpCode {
  code: string;
  text_en: string;
  text_zh: string;
}

/** Sections that changed: each takes the place of the one that the client has. */
export type DeskChange = Partial<DeskView>;

/** Rows that changed, null for one that is no more; `waiting` and `alarms` are whole. */
export interface WallChange {
  queues?: Record<string, QueueRow | null>;
  agents?: Record<string, AgentRow | null>;
  waiting?: WaitingCall[];
  alarms?: AlarmView[];
}

interface FrameHead {
  v: 1;
  /** Snapshots and changes count it up by one; other frames repeat the last one. */
  seq: number;
  at_ms: number;
}

export type ServerFrame = FrameHead &
  (
    | { type: 'welcome'; topic: null; body: Welcome }
    | { type: 'snapshot'; topic: 'desk'; body: DeskView }
    | { type: 'snapshot'; topic: 'wall'; body: WallView }
    | { type: 'change'; topic: 'desk'; body: DeskChange }
    | { type: 'change'; topic: 'wall'; body: WallChange }
    | { type: 'problem'; topic: Topic | null; body: ProblemNow }
    | { type: 'pong'; topic: null; body: Pong }
  );

export type ClientFrame =
  | { v: 1; type: 'hello'; token: string; topics: Topic[]; resume?: Resume }
  | { v: 1; type: 'ping'; n: number }
  | { v: 1; type: 'phone'; here: boolean };

/** Why the server closed the socket; other codes are the network's. */
export const CLOSED = {
  /** A frame that cannot be read, or none within 5 s. */
  malformed: 4400,
  /** No valid token: log in again. */
  token: 4401,
  /** The role does not open this topic. */
  role: 4403,
  /** Too many sockets, or too many frames: wait a little. */
  tooMany: 4429,
} as const;
