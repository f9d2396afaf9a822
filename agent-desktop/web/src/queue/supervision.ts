import type { Rest } from '../link/rest';
import type { ListenMode } from '../protocol/protocol';

export interface Why {
  call: string;
  waiting: { sentence: string; place: string; agents: { sentence: string; terms: { agent: string; against: string } }[] } | null;
  offers: { offer: string; agent: string; at_ms: number; sentence: string; ending: string | null; outcome: string }[];
}

/** What a supervisor does with calls and agents. */
export class Supervision {
  private readonly rest: Rest;

  constructor(rest: Rest) {
    this.rest = rest;
  }

  why = (call: string) => this.rest.get<Why>(`${of(call)}/why`);
  listen = (call: string, mode: ListenMode) => this.rest.post(`${of(call)}/listen`, { mode });
  leave = (call: string) => this.rest.delete(`${of(call)}/listen`);
  takeOver = (call: string) => this.rest.post(`${of(call)}/take-over`);
  move = (call: string, queue: string) => this.rest.post(`${of(call)}/move`, { queue });
  priority = (call: string, points: number) => this.rest.post(`${of(call)}/priority`, { points });
  pick = (call: string, agent: string) => this.rest.post(`${of(call)}/pick`, { agent });
  signIn = (agent: string) => this.rest.post(`${agentAt(agent)}/sign-in`);
  ready = (agent: string) => this.rest.post(`${agentAt(agent)}/ready`);
  notReady = (agent: string, reason: string) => this.rest.post(`${agentAt(agent)}/not-ready`, { reason });
  signOut = (agent: string) => this.rest.post(`${agentAt(agent)}/sign-out`);
  say = (to: { agent?: string; queue?: string }, text: string) => this.rest.post<{ agents: number }>('/api/messages', { ...to, text });
}

function of(call: string): string {
  return `/api/calls/${encodeURIComponent(call)}`;
}

function agentAt(agent: string): string {
  return `/api/agents/${encodeURIComponent(agent)}`;
}
