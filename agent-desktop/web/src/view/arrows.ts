import type { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrow keys go from a search's field to what it found, from one to the next, and back; what was found are buttons in a list. */
export function alongTheList(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const from = event.target as HTMLElement;
  const ofTheSearch = from instanceof HTMLInputElement && /^(search|text|tel)$/.test(from.type);
  if (step === undefined || event.altKey || !(ofTheSearch || from.closest('li') !== null)) {
    return;
  }
  const field = event.currentTarget.querySelector<HTMLElement>('input[type="search"], input[type="text"]');
  const stops = [...(field === null ? [] : [field]), ...event.currentTarget.querySelectorAll<HTMLElement>('li button:enabled')];
  const next = stops[stops.indexOf(from) + step];
  if (next !== undefined) {
    event.preventDefault();
    next.focus();
  }
}
