import { Button, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readable, watch } from '../../call/spans';
import { grouped } from '../../customer/timeline';
import type { TimelineEntry } from '../../protocol/protocol';
import { useDates } from '../dates';
import { useNames } from '../names';
import { usePlace } from '../place';
import { useAct } from '../said';

/** Everything that happened with him, the newest first, an interaction's steps together. */
export function Timeline({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const dates = useDates();
  const pages = useInfiniteQuery({
    queryKey: ['timeline', customer],
    queryFn: ({ pageParam }) => customers.timeline(customer, pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.entries.at(-1)?.at_ms,
  });
  const groups = grouped(pages.data?.pages.flatMap((page) => page.entries) ?? []);
  return (
    <>
      <h3>{t('timeline.title')}</h3>
      <AddNote customer={customer} />
      {pages.isSuccess && groups.length === 0 && <p className="quiet">{t('timeline.none')}</p>}
      <ol className="timeline">
        {groups.map((group) => (
          <li key={`${group.call ?? ''}${group.atMs}`}>
            <time dateTime={new Date(group.atMs).toISOString()}>{dates.moment(group.atMs)}</time>
            <ul>{group.entries.map((entry, i) => <Line key={i} entry={entry} />)}</ul>
          </li>
        ))}
      </ol>
      {pages.hasNextPage && <Button variant="default" size="xs" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('timeline.more')}</Button>}
    </>
  );
}

function Line({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const detail = useDetail(entry);
  const rest = Object.entries(entry.details).filter(([name, value]) => value !== '' && value !== '0' && SHOWN.has(name));
  const text = entry.details['text'] ?? '';
  return (
    <li>
      <span className="kind" data-kind={entry.kind}>{t(`kind.${entry.kind}`)}</span>
      <span>{[t([`what.${entry.kind}_${entry.what}`, `what.${entry.what}`]), entry.queue, nameOf(entry.by)].filter(Boolean).join(' · ')}</span>
      {rest.length > 0 && <span className="quiet">{rest.map(([name, value]) => `${t(`detail.${name}`)} ${detail(name, value)}`).join(' · ')}</span>}
      {text !== '' && <q className="said">{text}</q>}
    </li>
  );
}

/** What of an entry is for people; the rest is for who follows a call through the machine. */
const SHOWN = new Set(['language', 'answer', 'wait_ms', 'talk_ms', 'held_ms', 'ringing_ms', 'length_ms', 'ended_by', 'to', 'code', 'score', 'number', 'title', 'state', 'owner']);

/** Says a detail of this entry as people do. What changed is written `before → now`. */
function useDetail(entry: TimelineEntry): (name: string, value: string) => string {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const both = (value: string, say: (one: string) => string) => value.split(' → ').map(say).join(' → ');
  return (name, value) => {
    if (name.endsWith('_ms')) {
      return watch(Number(value));
    }
    switch (name) {
      case 'language': return both(value, (one) => t(`language.${one}`, { defaultValue: one }));
      case 'ended_by': return t(`party_name.${value}`);
      case 'state': return both(value, (one) => t(`case_state.${one}`, { defaultValue: one }));
      case 'answer': return t(`key.${value}`, { defaultValue: value });
      case 'code': return entry.details[i18n.language === 'zh' ? 'code_zh' : 'code_en'] ?? value;
      case 'owner': return both(value, nameOf);
      case 'to': return nameOf(readable(value));
      case 'number': return readable(value);
      default: return value;
    }
  };
}

function AddNote({ customer }: { customer: string }) {
  const { t } = useTranslation();
  const { customers, queries } = usePlace();
  const run = useAct();
  const [text, setText] = useState('');
  const save = async () => {
    if (await run(() => customers.note(customer, text.trim()))) {
      setText('');
      await queries.invalidateQueries({ queryKey: ['timeline', customer] });
    }
  };
  return (
    <form className="add-note" onSubmit={(event) => {
      event.preventDefault();
      void save();
    }}>
      <Textarea autosize minRows={1} maxRows={5} aria-label={t('timeline.note')} placeholder={t('timeline.note')} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={4000} />
      <Button type="submit" disabled={text.trim() === ''}>{t('action.add')}</Button>
    </form>
  );
}
