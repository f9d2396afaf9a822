import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CASE_KINDS, CASE_STATES } from '../customer/customers';
import en from './en.json';
import zh from './zh.json';

interface Tree { [key: string]: string | Tree }

const PLURAL = /_(one|other)$/;
const PLACE = /\{\{\s*([a-z_A-Z]+)[^}]*}}/g;

function flat(tree: Tree, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') {
      all.set(before + key, value);
    } else {
      flat(value, `${before}${key}.`).forEach((text, name) => all.set(name, text));
    }
  }
  return all;
}

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true }).map(String).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

const english = flat(en);
const chinese = flat(zh);
const text = sources(join(import.meta.dirname, '..'));
const stem = (key: string) => key.replace(PLURAL, '');

/** Keys written out, and the beginnings of those that are made: t(`state.${state}`). */
const used = new Set([...text.matchAll(/['"`]([a-z][a-z_]*(?:\.[a-z0-9_-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
const begun = [...text.matchAll(/`([a-z][a-z_]*(?:\.[a-z_]+)*\.)\$\{/g)].map((match) => match[1] ?? '');

const protocol = readFileSync(join(import.meta.dirname, '../protocol/protocol.ts'), 'utf8');
const union = (name: string) => [...(new RegExp(`export type ${name} = ([^;]+);`).exec(protocol)?.[1] ?? '').matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');

/** What the server tells by words of its own, and where each of them has its text. */
const TOLD: Record<string, readonly string[]> = {
  what: [...union('TimelineWhat'), 'live'], kind: union('TimelineKind'), party_name: union('Party'), ending: union('OfferEnding'),
  state: union('AgentState'), call: union('CallState'), direction: union('Direction'), side: union('SideState'), recording: union('RecordingState'),
  stage: union('Stage'), alarm: union('AlarmKind'), case: CASE_KINDS, case_state: CASE_STATES,
};
/** Those that have no other texts beside them. */
const ONLY_TOLD = ['what', 'kind', 'party_name', 'ending', 'stage', 'alarm', 'case', 'case_state'];
/** The same word, said otherwise of this kind. */
const SAID_OTHERWISE = /^what\.(recording)_/;

describe('words', () => {
  it('whenTheServerHasAWord_thenItHasATextInEachLanguage', () => {
    for (const [group, words] of Object.entries(TOLD)) {
      expect([group, words.length]).not.toEqual([group, 0]);
      for (const texts of [english, chinese]) {
        expect(words.filter((word) => !texts.has(`${group}.${word}`)).map((word) => `${group}.${word}`)).toEqual([]);
      }
    }
  });

  it('whenTheServerHasNoSuchWordAnyMore_thenItHasNoText', () => {
    const told = new Set(ONLY_TOLD.flatMap((group) => (TOLD[group] ?? []).map((word) => `${group}.${word}`)));
    expect([...english.keys()].filter((key) => ONLY_TOLD.includes(key.split('.')[0] ?? '') && !told.has(key) && !SAID_OTHERWISE.test(key))).toEqual([]);
  });

  it('whenAKeyIsInOneLanguage_thenItIsInTheOther', () => {
    const stems = (keys: Iterable<string>) => [...new Set([...keys].map(stem))].sort();
    expect(stems(chinese.keys())).toEqual(stems(english.keys()));
  });

  it('whenATextHasPlaces_thenItHasThemInBothLanguages', () => {
    const places = (said: string) => [...new Set([...said.matchAll(PLACE)].map((match) => match[1]))].sort();
    for (const [key, said] of english) {
      const other = chinese.get(key) ?? chinese.get(`${stem(key)}_other`) ?? '';
      if (!key.endsWith('_one')) {
        expect([key, places(other)]).toEqual([key, places(said)]);
      }
    }
  });

  it('whenAKeyIsUsed_thenItHasWords', () => {
    const translated = [...text.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
    const stems = new Set([...english.keys()].map(stem));
    expect(translated.filter((key) => !stems.has(key))).toEqual([]);
  });

  it('whenAKeyHasWords_thenItIsUsed', () => {
    const unused = [...english.keys()].map(stem).filter((key) => !used.has(key) && !begun.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});
