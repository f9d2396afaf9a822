import type { Rest } from '../link/rest';

/** Something to do that came of a call. */
export interface WorkItem {
  id: string;
  kind: 'call_back' | 'voicemail';
  queue: string | null;
  call: string;
  number: string;
  caller_name: string;
  score: number | null;
  audio: string | null;
  length_ms: number | null;
  made_at_ms: number;
  due_at_ms: number | null;
  overdue: boolean;
}

export interface GaveUp { call: string; queue: string; caller: string; caller_name: string; left_at_ms: number; wait_ms: number; state: string }
export interface Callback { callback: string; queue: string; number: string; name: string; since_ms: number; tries: number; due_ms: number | null; state: 'waiting' | 'dialling' | 'talking' }

/** What is to be done besides calls. */
export class Work {
  private readonly rest: Rest;

  constructor(rest: Rest) {
    this.rest = rest;
  }

  tasks = () => this.rest.get<{ tasks: WorkItem[] }>('/api/tasks', { open: true });
  gaveUp = () => this.rest.get<{ gave_up: GaveUp[] }>('/api/gave-up', { open: true });
  callbacks = () => this.rest.get<{ callbacks: Callback[] }>('/api/callbacks');
  done = (id: string) => this.rest.post(`/api/tasks/${encodeURIComponent(id)}/done`, {});
  callBack = (id: string) => this.rest.post(`/api/tasks/${encodeURIComponent(id)}/call-back`, {});
  callBackWhoGaveUp = (call: string) => this.rest.post(`/api/gave-up/${encodeURIComponent(call)}/call-back`, {});
  cancel = (callback: string) => this.rest.delete(`/api/callbacks/${encodeURIComponent(callback)}`);
  audio = (path: string) => this.rest.blob(path);
}
