import type { Rest } from '../link/rest';
import type { TimelineEntry } from '../protocol/protocol';

export interface Hit { id: number; name: string; company: string; number: string; value_class: string; language: string; do_not_call: boolean }

export interface Customer {
  id: number;
  version: number;
  name: string;
  company: string;
  language: string;
  value_class: string;
  notes: string;
  preferences: Record<string, string>;
  consent: Record<string, string>;
  do_not_call: boolean;
  numbers: string[];
  created_at_ms: number;
  changed_at_ms: number;
  anonymised_at_ms: number | null;
}

export type CaseKind = 'enquiry' | 'order' | 'complaint' | 'fault';
export type CaseState = 'open' | 'in_progress' | 'waiting' | 'done';
export const CASE_KINDS: readonly CaseKind[] = ['enquiry', 'order', 'complaint', 'fault'];
export const CASE_STATES: readonly CaseState[] = ['open', 'in_progress', 'waiting', 'done'];

export interface Case {
  id: number;
  customer: number;
  version: number;
  kind: CaseKind;
  title: string;
  text: string;
  state: CaseState;
  owner: string;
  due_at_ms: number | null;
  opened_by: string;
  opened_at_ms: number;
}

export interface FollowUp {
  id: number;
  customer: number;
  title: string;
  owner: string;
  due_at_ms: number | null;
  made_by: string;
  made_at_ms: number;
  done_by: string | null;
  note: string;
}

export interface BadRow { line: number; column: string; message: string }

/** How far an import is. */
export interface Imported {
  id: string;
  state: 'running' | 'done' | 'failed';
  dry_run: boolean;
  rows: number;
  created: number;
  changed: number;
  unchanged: number;
  bad: number;
  bad_rows: BadRow[];
}

export type CustomerChange = Partial<Pick<Customer, 'name' | 'company' | 'language' | 'value_class' | 'notes' | 'do_not_call'>>
  & { preferences?: Record<string, string | null>; consent?: Record<string, string | null> };

const PAGE = 50;

/** Customers over the API. */
export class Customers {
  private readonly rest: Rest;

  constructor(rest: Rest) {
    this.rest = rest;
  }

  /** From two characters on, any part of a name, a company or a number. */
  search(typed: string, signal?: AbortSignal): Promise<{ customers: Hit[] }> {
    return searchable(typed) ? this.rest.get('/api/customers', { q: typed.trim() }, signal) : Promise.resolve({ customers: [] });
  }

  create = async (name: string, numbers: string[], more: CustomerChange = {}) =>
    (await this.rest.post<{ customer: Customer; others: number[] }>('/api/customers', { name, numbers, ...more })).customer;
  find = (id: string) => this.rest.get<Customer>(at(id));
  change = (id: string, version: number, change: CustomerChange) => this.rest.patch<Customer>(at(id), change, version === 0 ? undefined : version);
  addNumber = (id: string, number: string) => this.rest.post<Customer>(`${at(id)}/numbers`, { number });
  removeNumber = (id: string, number: string) => this.rest.delete<Customer>(`${at(id)}/numbers/${encodeURIComponent(number)}`);
  note = (id: string, text: string, call?: string) => this.rest.post(`${at(id)}/notes`, call === undefined ? { text } : { text, call });
  timeline = (id: string, beforeMs?: number) => this.rest.get<{ entries: TimelineEntry[] }>(`${at(id)}/timeline`, { before_ms: beforeMs, limit: PAGE });
  cases = (id: string) => this.rest.get<{ cases: Case[] }>(`${at(id)}/cases`);
  openCase = (id: string, opening: { kind: CaseKind; title: string; text?: string; owner?: string; due_at_ms?: number }) =>
    this.rest.post<Case>(`${at(id)}/cases`, opening);
  moveCase = (id: number, version: number, move: Partial<Pick<Case, 'state' | 'owner' | 'title' | 'text' | 'kind'>>) =>
    this.rest.patch<Case>(`/api/cases/${id}`, move, version);
  tasks = (id: string) => this.rest.get<{ tasks: FollowUp[] }>(`${at(id)}/tasks`);
  promise = (id: string, task: { title: string; due_at_ms?: number }) => this.rest.post<FollowUp>(`${at(id)}/tasks`, task);
  anonymise = (id: string) => this.rest.post(`${at(id)}/anonymise`);
  taskDone = (id: number) => this.rest.post<FollowUp>(`/api/customer-tasks/${id}/done`, {});
  importFile = (csv: Blob, dryRun: boolean) => this.rest.upload<Imported>(`/api/customers/import?dry_run=${dryRun}`, 'text/csv', csv);
  importNow = (id: string) => this.rest.get<Imported>(`/api/customers/imports/${encodeURIComponent(id)}`);
  exportFile = () => this.rest.blob('/api/customers/export');
}

/** Whether enough is typed to look for it. */
export function searchable(typed: string): boolean {
  return /^..+/u.test(typed.trim());
}

function at(id: string): string {
  return `/api/customers/${encodeURIComponent(id)}`;
}
