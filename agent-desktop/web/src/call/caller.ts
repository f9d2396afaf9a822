import type { CallView } from '../protocol/protocol';
import { readable } from './spans';

/** Who is on the line, as well as is known: the customer, the name that the network tells, the number; empty when all is withheld. */
export function callerOf(call: Pick<CallView, 'customer' | 'caller_name' | 'number' | 'matches'>): string {
  if (call.customer !== null) {
    return call.customer.name;
  }
  return call.caller_name !== '' ? call.caller_name : readable(call.number);
}

/** One or two letters for his picture. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/).filter((part) => /^\p{L}/u.test(part));
  const first = parts[0];
  if (first === undefined) {
    return '#';
  }
  const last = parts.length > 1 ? parts[parts.length - 1] : undefined;
  return /\p{Script=Han}/u.test(first) ? letter(first) : `${letter(first)}${last === undefined ? '' : letter(last)}`.toUpperCase();
}

function letter(word: string): string {
  return /^./u.exec(word)?.[0] ?? '';
}
