import type { AgentRow, AgentState, QueueRow, WaitingCall, WallView } from '../protocol/protocol';

export interface QueueLine extends QueueRow { name: string; ready: number; busy: number; away: number }
export interface AgentLine extends AgentRow { name: string }

const count = (row: QueueRow, ...states: AgentState[]) => states.reduce((sum, state) => sum + (row.agents[state] ?? 0), 0);

/** Queues where most wait first, then by name. */
export function queueLines(view: WallView): QueueLine[] {
  return Object.entries(view.queues)
    .map(([name, row]) => ({ ...row, name, ready: count(row, 'ready'), busy: count(row, 'reserved', 'ringing', 'talking', 'held', 'wrap_up'), away: count(row, 'not_ready') }))
    .sort((a, b) => b.waiting - a.waiting || a.name.localeCompare(b.name));
}

const ORDER: Record<AgentState, number> = { ringing: 0, reserved: 0, talking: 1, held: 1, wrap_up: 2, ready: 3, not_ready: 4, signed_out: 5 };

export interface AgentFilter { text: string; state: AgentState | 'all'; away: boolean }

/** Agents by what they do, in each the longest first; who is signed out only when asked for. */
export function agentLines(view: WallView, filter: AgentFilter): AgentLine[] {
  const sought = filter.text.trim().toLowerCase();
  return Object.entries(view.agents)
    .map(([name, row]) => ({ ...row, name }))
    .filter((row) => (filter.state === 'all' ? row.state !== 'signed_out' || filter.away : row.state === filter.state))
    .filter((row) => sought === '' || [row.name, row.display_name, row.queue ?? '', row.reason].some((text) => text.toLowerCase().includes(sought)))
    .sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.since_ms - b.since_ms || a.name.localeCompare(b.name));
}

/** In the order of the server: whose turn comes first, though another came before him. */
export function waitingLines(view: WallView, queue: string | null): WaitingCall[] {
  return view.waiting.filter((call) => queue === null || call.queue === queue);
}

/** Agents who are ready, the longest first: to whom a call can be given. */
export function readyAgents(view: WallView): AgentLine[] {
  return agentLines(view, { text: '', state: 'ready', away: false }).filter((agent) => agent.phone_reachable);
}

/** The most points that a call can be given. */
export const MOST_POINTS = 10;

export interface Totals { waiting: number; longestSinceMs: number | null; answered: number; abandoned: number; ready: number; talking: number; signedIn: number }

export function totals(view: WallView): Totals {
  const queues = Object.values(view.queues);
  const agents = Object.values(view.agents);
  const longest = queues.map((queue) => queue.longest_since_ms).filter((ms): ms is number => ms !== null);
  return {
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    longestSinceMs: longest.length === 0 ? null : Math.min(...longest),
    answered: queues.reduce((sum, queue) => sum + queue.answered, 0),
    abandoned: queues.reduce((sum, queue) => sum + queue.abandoned, 0),
    ready: agents.filter((agent) => agent.state === 'ready').length,
    talking: agents.filter((agent) => agent.state === 'talking' || agent.state === 'held').length,
    signedIn: agents.filter((agent) => agent.state !== 'signed_out').length,
  };
}
