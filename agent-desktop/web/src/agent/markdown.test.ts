import { describe, expect, it } from 'vitest';
import { blocks, spans } from './markdown';

describe('markdown', () => {
  it('whenAnArticleHasPartsAndLists_thenTheyAreToldApart', () => {
    expect(blocks('# Lights\n\nLook at\nthe front.\n\n- red\n- green\n\n1. unplug\n2) wait\n   a minute')).toEqual([
      { kind: 'heading', text: 'Lights' },
      { kind: 'paragraph', text: 'Look at the front.' },
      { kind: 'list', numbered: false, items: ['red', 'green'] },
      { kind: 'list', numbered: true, items: ['unplug', 'wait a minute'] },
    ]);
  });

  it('whenALineHasLinks_thenOnlyThoseToTheWebAreOnes', () => {
    expect(spans('see [here](https://kb.example/a) and **now**')).toEqual([
      { kind: 'text', text: 'see ' }, { kind: 'link', text: 'here', href: 'https://kb.example/a' }, { kind: 'text', text: ' and ' }, { kind: 'bold', text: 'now' }]);
    expect(spans('[x](javascript:alert(1))').every((span) => span.kind === 'text')).toBe(true);
  });
});
