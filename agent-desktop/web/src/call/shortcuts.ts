/** Everything that a key does. With Alt, so that it works while one types; by the key's place, whatever is printed on it. */
export type Action =
  | 'answer' | 'decline' | 'hang_up' | 'hold' | 'mute' | 'keypad' | 'transfer' | 'consult' | 'swap' | 'complete' | 'cancel' | 'conference' | 'recording'
  | 'listen' | 'whisper' | 'barge' | 'take_over'
  | 'ready' | 'break' | 'dial' | 'note' | 'customer' | 'new_customer' | 'script' | 'knowledge' | 'messages' | 'search'
  | 'page_desk' | 'page_work' | 'page_customers' | 'page_wall' | 'page_check' | 'help';

export type Group = 'call' | 'second' | 'listening' | 'state' | 'panels' | 'pages';

export interface Shortcut { action: Action; group: Group; code: string; shown: string }

const alt = (action: Action, group: Group, shown: string): Shortcut =>
  ({ action, group, shown, code: /^\d$/.test(shown) ? `Digit${shown}` : `Key${shown}` });

export const SHORTCUTS: readonly Shortcut[] = [
  alt('answer', 'call', 'A'),
  alt('decline', 'call', 'X'),
  alt('hang_up', 'call', 'Q'),
  alt('hold', 'call', 'H'),
  alt('mute', 'call', 'M'),
  alt('keypad', 'call', 'K'),
  alt('recording', 'call', 'R'),
  alt('dial', 'call', 'L'),
  alt('transfer', 'second', 'T'),
  alt('consult', 'second', 'C'),
  alt('swap', 'second', 'S'),
  alt('complete', 'second', 'O'),
  alt('cancel', 'second', 'Z'),
  alt('conference', 'second', 'J'),
  alt('listen', 'listening', '7'),
  alt('whisper', 'listening', '8'),
  alt('barge', 'listening', '9'),
  alt('take_over', 'listening', '0'),
  alt('ready', 'state', 'P'),
  alt('break', 'state', 'B'),
  alt('note', 'panels', 'W'),
  alt('customer', 'panels', 'U'),
  alt('new_customer', 'panels', 'N'),
  alt('script', 'panels', 'G'),
  alt('knowledge', 'panels', 'I'),
  alt('messages', 'panels', 'Y'),
  alt('search', 'panels', 'V'),
  alt('page_desk', 'pages', '1'),
  alt('page_work', 'pages', '2'),
  alt('page_customers', 'pages', '3'),
  alt('page_wall', 'pages', '4'),
  alt('page_check', 'pages', '5'),
  { action: 'help', group: 'pages', code: '?', shown: '?' },
];

export interface KeyPress { key: string; code: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; typing: boolean }

/** What a key press asks for; nothing while a letter is typed, and never what AltGr writes. */
export function actionOf(press: KeyPress): Action | null {
  if (press.ctrlKey || press.metaKey) {
    return null;
  }
  if (press.altKey) {
    return press.shiftKey ? null : SHORTCUTS.find((shortcut) => shortcut.code === press.code)?.action ?? null;
  }
  return press.key === '?' && !press.typing ? 'help' : null;
}

export function shownFor(action: Action): string {
  const shortcut = SHORTCUTS.find((one) => one.action === action);
  return shortcut === undefined ? '' : shortcut.action === 'help' ? '?' : `Alt+${shortcut.shown}`;
}
