export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; numbered: boolean; items: string[] };

export type Span = { kind: 'text' | 'bold' | 'code'; text: string } | { kind: 'link'; text: string; href: string };

const ITEM = /^\s*(?:([-*+])|\d+[.)])\s+(.*)$/;
const SPAN = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)]\((https?:\/\/[^\s)]+)\)/g;

/** What of Markdown articles are written in: headings, lists, paragraphs. */
export function blocks(text: string): Block[] {
  const all: Block[] = [];
  let fresh = true;
  for (const line of text.split(/\r?\n/)) {
    const item = ITEM.exec(line);
    const last = all.at(-1);
    if (line.trim() === '') {
      fresh = true;
      continue;
    }
    if (/^#{1,6}\s/.test(line)) {
      all.push({ kind: 'heading', text: line.replace(/^#+\s+/, '') });
    } else if (item !== null) {
      const numbered = item[1] === undefined;
      if (last?.kind === 'list' && last.numbered === numbered) {
        last.items.push(item[2] ?? '');
      } else {
        all.push({ kind: 'list', numbered, items: [item[2] ?? ''] });
      }
    } else if (!fresh && last?.kind === 'paragraph') {
      last.text += ` ${line.trim()}`;
    } else if (!fresh && last?.kind === 'list') {
      last.items.push(`${last.items.pop() ?? ''} ${line.trim()}`);
    } else {
      all.push({ kind: 'paragraph', text: line.trim() });
    }
    fresh = false;
  }
  return all;
}

/** Bold, code and links to the web within a line. */
export function spans(text: string): Span[] {
  const all: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(SPAN)) {
    if (match.index > from) {
      all.push({ kind: 'text', text: text.slice(from, match.index) });
    }
    const [whole, bold, code, label, href] = match;
    if (bold !== undefined) {
      all.push({ kind: 'bold', text: bold });
    } else if (code !== undefined) {
      all.push({ kind: 'code', text: code });
    } else {
      all.push({ kind: 'link', text: label ?? '', href: href ?? '' });
    }
    from = match.index + whole.length;
  }
  return from < text.length ? [...all, { kind: 'text', text: text.slice(from) }] : all;
}
