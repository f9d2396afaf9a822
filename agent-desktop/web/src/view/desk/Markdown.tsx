import { Fragment, type ReactNode } from 'react';
import { blocks, spans } from '../../agent/markdown';

/** An article's Markdown as elements of our own: nothing in it can be anything else. */
export function Markdown({ text }: { text: string }): ReactNode {
  return blocks(text).map((block, i) => {
    switch (block.kind) {
      case 'heading':
        return <h3 key={i}>{inline(block.text)}</h3>;
      case 'list':
        return <ul key={i} data-numbered={block.numbered || undefined}>{block.items.map((item, n) => <li key={n}>{inline(item)}</li>)}</ul>;
      case 'paragraph':
        return <p key={i}>{inline(block.text)}</p>;
    }
  });
}

function inline(text: string): ReactNode {
  return spans(text).map((span, i) => {
    switch (span.kind) {
      case 'bold':
        return <strong key={i}>{span.text}</strong>;
      case 'code':
        return <code key={i}>{span.text}</code>;
      case 'link':
        return <a key={i} href={span.href} target="_blank" rel="noreferrer">{span.text}</a>;
      case 'text':
        return <Fragment key={i}>{span.text}</Fragment>;
    }
  });
}
