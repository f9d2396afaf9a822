/** How long, as on a watch: 0:07, 12:30, 1:02:03. Never negative. */
export function watch(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const h = Math.floor(s / 3600);
  return h > 0 ? `${h}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}` : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** What of a time limit is left: 0 to 1. */
export function left(sinceMs: number, untilMs: number, nowMs: number): number {
  return untilMs <= sinceMs ? 0 : Math.min(1, Math.max(0, (untilMs - nowMs) / (untilMs - sinceMs)));
}

/** A number in groups that can be read aloud; the number itself where it is not E.164. */
export function readable(number: string): string {
  const match = /^\+(\d{4,15})$/.exec(number);
  if (!match?.[1]) {
    return number;
  }
  const digits = match[1];
  const country = /^(1|7)/.test(digits) ? 1 : /^(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/.test(digits) ? 2 : 3;
  const rest = digits.slice(country).replace(/(\d{3})(?=\d{2,})/g, '$1 ');
  return `+${digits.slice(0, country)} ${rest}`.trim();
}
