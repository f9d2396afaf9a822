import { createStore } from 'zustand/vanilla';
import type { DeskChange, DeskView, WallChange, WallView } from '../protocol/protocol';

/** Null until the first snapshot. */
export interface DeskState { view: DeskView | null }

/** The desk as the server tells it: sections are replaced whole, never patched. */
export class Desk {
  readonly store = createStore<DeskState>(() => ({ view: null }));

  snapshot(body: DeskView): void {
    this.store.setState({ view: body });
  }

  change(body: DeskChange): void {
    const { view } = this.store.getState();
    if (view !== null) {
      this.store.setState({ view: { ...view, ...body } });
    }
  }

  forget(): void {
    this.store.setState({ view: null });
  }
}

export interface WallState { view: WallView | null }

type Rows<T> = Record<string, T | null>;

/** The supervisor's live page: rows are replaced whole; a row of null is gone. */
export class Wall {
  readonly store = createStore<WallState>(() => ({ view: null }));

  snapshot(body: WallView): void {
    this.store.setState({ view: body });
  }

  change(body: WallChange): void {
    const { view } = this.store.getState();
    if (view === null) {
      return;
    }
    const { queues, agents, ...rest } = body;
    this.store.setState({ view: { ...view, ...rest, queues: merged(view.queues, queues), agents: merged(view.agents, agents) } });
  }

  forget(): void {
    this.store.setState({ view: null });
  }
}

function merged<T>(rows: Record<string, T>, changed: Rows<T> | undefined): Record<string, T> {
  if (changed === undefined) {
    return rows;
  }
  const all = { ...rows, ...changed };
  return Object.fromEntries(Object.entries(all).filter((row): row is [string, T] => row[1] !== null));
}
