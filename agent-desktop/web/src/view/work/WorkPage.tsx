import { ActionIcon, Button } from '@mantine/core';
import { IconCheck, IconPhoneOutgoing, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Callback, GaveUp, WorkItem } from '../../agent/work';
import { readable, watch } from '../../call/spans';
import { useDates } from '../dates';
import { Due } from '../desk/OpenWork';
import { usePlace } from '../place';
import { useAct } from '../said';

const EVERY_MS = 10_000;

/** Messages, call-backs and callers who gave up: what is to be done between calls. */
export function WorkPage() {
  const { t } = useTranslation();
  const { work, queries } = usePlace();
  const run = useAct();
  const tasks = useQuery({ queryKey: ['work', 'tasks'], queryFn: work.tasks, refetchInterval: EVERY_MS });
  const gaveUp = useQuery({ queryKey: ['work', 'gave-up'], queryFn: work.gaveUp, refetchInterval: EVERY_MS });
  const callbacks = useQuery({ queryKey: ['work', 'callbacks'], queryFn: work.callbacks, refetchInterval: EVERY_MS });
  const act = (command: () => Promise<unknown>) => void run(command).then(() => queries.invalidateQueries({ queryKey: ['work'] }));
  return (
    <div className="work">
      <h1 className="heard-only">{t('page.work')}</h1>
      <section className="panel" aria-labelledby="work-tasks"><h2 id="work-tasks">{t('work.tasks')}</h2>
        <Empty none={tasks.data?.tasks.length === 0} />
        <ul className="work-list">{tasks.data?.tasks.map((item) => <Task key={item.id} item={item} act={act} />)}</ul></section>
      <section className="panel" aria-labelledby="work-callbacks"><h2 id="work-callbacks">{t('work.callbacks')}</h2>
        <Empty none={callbacks.data?.callbacks.length === 0} />
        <ul className="work-list">{callbacks.data?.callbacks.map((item) => <Booked key={item.callback} item={item} act={act} />)}</ul></section>
      <section className="panel" aria-labelledby="work-gave-up"><h2 id="work-gave-up">{t('work.gave_up')}</h2>
        <Empty none={gaveUp.data?.gave_up.length === 0} />
        <ul className="work-list">{gaveUp.data?.gave_up.map((item) => <Lost key={item.call} item={item} act={act} />)}</ul></section>
    </div>
  );
}

function Empty({ none }: { none: boolean }) {
  const { t } = useTranslation();
  return none ? <p className="quiet">{t('work.none')}</p> : null;
}

type Act = (command: () => Promise<unknown>) => void;

function who(name: string, number: string, withheld: string): string {
  return name || readable(number) || withheld;
}

function Task({ item, act }: { item: WorkItem; act: Act }) {
  const { t } = useTranslation();
  const { work } = usePlace();
  const dates = useDates();
  return (
    <li>
      <div className="grow"><strong>{who(item.caller_name, item.number, t('caller.withheld'))}</strong>
        <span className="quiet"> {t(`task.${item.kind}`)}{item.score !== null && ` · ${t('work.score', { score: item.score })}`}{item.length_ms !== null && ` · ${watch(item.length_ms)}`} · <span className="queue-name">{item.queue ?? ''}</span> · {dates.ago(item.made_at_ms)}</span></div>
      <Due ms={item.due_at_ms} />
      {item.audio !== null && <Listen path={item.audio} />}
      {item.number !== '' && <Button size="compact-sm" variant="default" leftSection={<IconPhoneOutgoing size={14} />} onClick={() => act(() => work.callBack(item.id))}>{t('work.call_back')}</Button>}
      <Button size="compact-sm" variant="default" leftSection={<IconCheck size={14} />} onClick={() => act(() => work.done(item.id))}>{t('work.done')}</Button>
    </li>
  );
}

/** A message is fetched with the token, so it is played from memory. */
function Listen({ path }: { path: string }) {
  const { t } = useTranslation();
  const { work } = usePlace();
  const run = useAct();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => () => {
    if (url !== null) {
      URL.revokeObjectURL(url);
    }
  }, [url]);
  if (url !== null) {
    // eslint-disable-next-line jsx-a11y/media-has-caption -- what a caller said: there is no text of it
    return <audio src={url} controls autoPlay aria-label={t('work.listen')} />;
  }
  return <ActionIcon variant="default" aria-label={t('work.listen')} onClick={() => void run(async () => setUrl(URL.createObjectURL(await work.audio(path))))}><IconPlayerPlay size={16} /></ActionIcon>;
}

function Booked({ item, act }: { item: Callback; act: Act }) {
  const { t } = useTranslation();
  const { work } = usePlace();
  const dates = useDates();
  return (
    <li>
      <div className="grow"><strong>{who(item.name, item.number, t('caller.withheld'))}</strong> <span className="quiet"><span className="queue-name">{item.queue}</span> · {t(`callback.${item.state}`)} · {dates.ago(item.since_ms)}{item.tries > 0 && ` · ${t('work.tries', { count: item.tries })}`}</span></div>
      <Due ms={item.due_ms} />
      <Button size="compact-sm" variant="default" leftSection={<IconX size={14} />} onClick={() => act(() => work.cancel(item.callback))}>{t('work.call_off')}</Button>
    </li>
  );
}

function Lost({ item, act }: { item: GaveUp; act: Act }) {
  const { t } = useTranslation();
  const { work } = usePlace();
  const dates = useDates();
  return (
    <li>
      <div className="grow"><strong>{who(item.caller_name, item.caller, t('caller.withheld'))}</strong> <span className="quiet"><span className="queue-name">{item.queue}</span> · {t('work.waited', { span: watch(item.wait_ms) })} · {dates.ago(item.left_at_ms)}</span></div>
      {item.caller !== '' && <Button size="compact-sm" variant="default" leftSection={<IconPhoneOutgoing size={14} />} onClick={() => act(() => work.callBackWhoGaveUp(item.call))}>{t('work.call_back')}</Button>}
    </li>
  );
}
