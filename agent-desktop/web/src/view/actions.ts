import { useEffect, useRef } from 'react';
import { actionOf, type Action } from '../call/shortcuts';

const doers = new Map<Action, (() => void)[]>();

/** What a shortcut does while this view is there; the one that came last counts. `false`: not now. */
export function useAction(action: Action, enabled: boolean, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) {
      return;
    }
    const doer = () => latest.current();
    doers.set(action, [...(doers.get(action) ?? []), doer]);
    return () => void doers.set(action, (doers.get(action) ?? []).filter((one) => one !== doer));
  }, [action, enabled]);
}

export function act(action: Action): boolean {
  const doer = doers.get(action)?.at(-1);
  doer?.();
  return doer !== undefined;
}

/** Listens to the keyboard for as long as the page is open. */
export function useKeyboard(): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement | null;
      const typing = target !== null && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
      const action = actionOf({ key, code, altKey, ctrlKey, metaKey, shiftKey, typing });
      if (action !== null && !event.repeat) {
        event.preventDefault();
        act(action);
      }
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
}
