import type { AgentState } from '../protocol/protocol';
import type { Colleague, QueueNow, Target } from './commands';

/** One line of whom a call can be handed to. `free`: can take it now. */
export interface Row { id: string; name: string; state: AgentState; free: boolean; waiting: number | null; target: Target }

export type Offered = { agents: Colleague[]; me: string } | { queues: QueueNow[]; from: string };

const ORDER: Record<string, number> = { ready: 0, wrap_up: 1, reserved: 2, ringing: 2, talking: 3, held: 3, not_ready: 4, signed_out: 5 };

/** Who can take it first, then by name; only those in whose name it is what was typed; not oneself, and nobody who is not there. */
export function presented(offered: Offered, typed: string): Row[] {
  const rows = 'agents' in offered ? agents(offered.agents, offered.me) : queues(offered.queues, offered.from);
  const sought = typed.trim().toLowerCase();
  return rows.filter((row) => row.name.toLowerCase().includes(sought) || row.id.includes(sought))
    .sort((a, b) => (ORDER[a.state] ?? 9) - (ORDER[b.state] ?? 9) || a.name.localeCompare(b.name));
}

function agents(all: Colleague[], me: string): Row[] {
  return all.filter((one) => one.agent !== me && one.state !== 'signed_out' && one.reachable).map((one) => ({
    id: one.agent, name: one.display_name, state: one.state, free: one.state === 'ready', waiting: null, target: { agent: one.agent },
  }));
}

function queues(all: QueueNow[], from: string): Row[] {
  return all.filter((one) => one.queue !== from && !one.closed).map((one) => ({
    id: one.queue, name: one.queue, state: (one.agents['ready'] ?? 0) > 0 ? 'ready' : 'talking', free: (one.agents['ready'] ?? 0) > 0, waiting: one.waiting, target: { queue: one.queue },
  }));
}
