import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { watch } from '../../call/spans';
import type { DeskView, TodayView } from '../../protocol/protocol';
import { usePlace } from '../place';

const EVERY_MS = 5_000;

/** Between calls: how the queues are that he serves, and his own day. */
export function IdlePanel({ view }: { view: DeskView }) {
  const { t } = useTranslation();
  return (
    <div className="panel idle-panel">
      <section aria-label={t('idle.queues')}>
        <h2>{t('idle.queues')}</h2>
        <Queues names={view.me.queues} />
      </section>
      <section aria-label={t('today.title')}>
        <h2>{t('today.title')}</h2>
        <Day today={view.today} />
      </section>
    </div>
  );
}

function Queues({ names }: { names: string[] }) {
  const { t } = useTranslation();
  const { commands } = usePlace();
  const queues = useQuery({ queryKey: ['queues'], queryFn: commands.queues, refetchInterval: EVERY_MS });
  const mine = (queues.data?.queues ?? []).filter((queue) => names.length === 0 || names.includes(queue.queue));
  return (
    <table className="rows">
      <thead><tr><th scope="col">{t('wall.queue')}</th><th scope="col">{t('wall.waiting')}</th><th scope="col">{t('wall.longest')}</th><th scope="col">{t('wall.ready')}</th><th scope="col">{t('wall.service')}</th></tr></thead>
      <tbody>
        {mine.map((queue) => (
          <tr key={queue.queue}>
            <th scope="row"><span className="queue-name">{queue.queue}</span>{queue.closed && <span className="quiet"> · {t('wall.closed')}</span>}</th>
            <td data-much={queue.waiting > 0 || undefined}>{queue.waiting}</td>
            <td>{queue.waiting === 0 ? '–' : watch(queue.longest_wait_ms)}</td>
            <td>{queue.agents['ready'] ?? 0}</td>
            <td>{queue.service_level === null ? '–' : `${Math.round(queue.service_level * 100)} %`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const PARTS = ['talk_ms', 'held_ms', 'wrap_up_ms', 'ready_ms', 'not_ready_ms'] as const;

function Day({ today }: { today: TodayView }) {
  const { t } = useTranslation();
  const all = PARTS.reduce((sum, part) => sum + today[part], 0);
  return (
    <div className="day">
      <div className="day-bar" aria-hidden>{PARTS.map((part) => <span key={part} data-part={part} style={{ flexGrow: all === 0 ? 0 : today[part] / all }} />)}</div>
      <dl className="day-parts">
        {PARTS.map((part) => <div key={part}><dt><span className="dot" data-part={part} aria-hidden />{t(`day.${part}`)}</dt><dd>{watch(today[part])}</dd></div>)}
        <div><dt>{t('today.answered')}</dt><dd>{today.answered}</dd></div>
        <div><dt>{t('day.dialled')}</dt><dd>{today.dialled}</dd></div>
        <div><dt>{t('day.refused')}</dt><dd>{today.refused}</dd></div>
      </dl>
    </div>
  );
}
