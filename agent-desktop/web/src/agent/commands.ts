import type { Rest } from '../link/rest';
import type { AgentState } from '../protocol/protocol';

/** Whom a call is handed to, or asked beside it. */
export type Target = { agent: string } | { queue: string } | { number: string };

/** `done`: the wrap-up ends with it. `call_back_at_ms`: books a callback of this customer, not before then. */
export interface WrapUp { code?: string; note?: string; done?: boolean; call_back_at_ms?: number; call_back_mine?: boolean }

export interface Colleague { agent: string; display_name: string; state: AgentState; since_ms: number; reachable: boolean }
export interface Found { id: string; language: string; title: string; excerpt: string }
export interface Article { id: string; language: string; title: string; text: string }
export interface ScriptOffer { script: string; title: string; queues: string[] }

export interface ScriptPage {
  page: number;
  kind: 'ask' | 'choose' | 'note' | 'knowledge' | 'show';
  text: string;
  to_caller: string;
  type: '' | 'text' | 'integer' | 'number' | 'date' | 'flag';
  optional: boolean;
  least: string | null;
  most: string | null;
  choices: { choice: string; label: string }[];
  link: string;
  first: boolean;
}

export interface ScriptRun {
  run: string;
  call: string;
  script: string;
  title: string;
  state: 'showing' | 'looking_up' | 'done' | 'broken';
  page: ScriptPage | null;
  path: { page: number; kind: string; text: string; answer: string; shown: string }[];
  outcome: { script: string; code: string; label: string } | null;
  why: string;
}

/** What an agent can do, each one request; what may be done now stands in `can` of the call. */
export class Commands {
  private readonly rest: Rest;

  constructor(rest: Rest) {
    this.rest = rest;
  }

  signIn = () => this.rest.post('/api/me/sign-in');
  ready = () => this.rest.post('/api/me/ready');
  notReady = (reason: string) => this.rest.post('/api/me/not-ready', { reason });
  signOut = () => this.rest.post('/api/me/sign-out');
  extendWrapUp = () => this.rest.post('/api/me/extend-wrap-up');
  wrapUp = (wrapUp: WrapUp) => this.rest.post('/api/me/wrap-up', wrapUp);

  decline = () => this.rest.post('/api/me/call/decline');
  hangUp = () => this.rest.post('/api/me/call/hang-up');
  hold = () => this.rest.post('/api/me/call/hold');
  resume = () => this.rest.post('/api/me/call/resume');
  mute = (on: boolean) => this.rest.post('/api/me/call/mute', { on });
  keys = (keys: string) => this.rest.post('/api/me/call/keys', { keys });
  transfer = (target: Target) => this.rest.post('/api/me/call/transfer', target);
  consult = (target: Target) => this.rest.post('/api/me/call/consult', target);
  swap = () => this.rest.post('/api/me/call/swap');
  complete = () => this.rest.post('/api/me/call/complete');
  cancel = () => this.rest.post('/api/me/call/cancel');
  /** The number does not say whose call it is; the agent does. */
  callIsOf = (customer: number) => this.rest.post('/api/me/call/customer', { customer });
  conference = () => this.rest.post('/api/me/call/conference');
  recording = (on: boolean) => this.rest.post('/api/me/call/recording', { on });
  /** `customer`: the id of his record, where several may have the number. */
  dial = (number: string, customer?: number) => this.rest.post('/api/me/calls', customer === undefined ? { number } : { number, customer });

  scripts = () => this.rest.get<{ scripts: ScriptOffer[] }>('/api/scripts');
  beginScript = (call: string, script: string) => this.rest.post<ScriptRun>(`/api/calls/${encodeURIComponent(call)}/scripts/${encodeURIComponent(script)}`);
  scriptRun = (run: string) => this.rest.get<ScriptRun>(`/api/script-runs/${encodeURIComponent(run)}`);
  answerScript = (run: string, page: number, answer?: string | number | boolean | null) =>
    this.rest.post<ScriptRun>(`/api/script-runs/${encodeURIComponent(run)}/answer`, answer === undefined ? { page } : { page, answer });
  backInScript = (run: string, page: number) => this.rest.post<ScriptRun>(`/api/script-runs/${encodeURIComponent(run)}/back`, { page });

  knowledge = (q: string, signal?: AbortSignal) => this.rest.get<{ articles: Found[] }>('/api/knowledge', { q }, signal);
  article = (id: string) => this.rest.get<Article>(`/api/knowledge/${encodeURIComponent(id)}`);
  colleagues = () => this.rest.get<{ agents: Colleague[] }>('/api/me/colleagues');
  queues = () => this.rest.get<{ queues: QueueNow[] }>('/api/queues');
  messageSeen = (id: string) => this.rest.post(`/api/me/messages/${encodeURIComponent(id)}/seen`);
}

export interface QueueNow {
  queue: string;
  closed: boolean;
  waiting: number;
  longest_wait_ms: number;
  answered: number;
  service_level: number | null;
  agents: Record<string, number>;
}
