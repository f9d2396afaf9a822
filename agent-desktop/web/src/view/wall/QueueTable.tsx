import { useTranslation } from 'react-i18next';
import { watch } from '../../call/spans';
import { queueLines } from '../../queue/wallRows';
import type { WallView } from '../../protocol/protocol';
import { useNow } from '../now';

const GOAL = 0.8;

export function QueueTable({ view, chosen, choose }: { view: WallView; chosen: string | null; choose: (queue: string | null) => void }) {
  const { t } = useTranslation();
  const now = useNow();
  return (
    <table className="rows" aria-label={t('wall.queues')}>
      <thead><tr>
        <th scope="col">{t('wall.queue')}</th><th scope="col">{t('wall.waiting')}</th><th scope="col">{t('wall.longest')}</th><th scope="col">{t('wall.expected')}</th><th scope="col">{t('wall.service')}</th>
        <th scope="col">{t('wall.ready')}</th><th scope="col">{t('wall.busy')}</th><th scope="col">{t('wall.away')}</th><th scope="col">{t('wall.answered')}</th><th scope="col">{t('wall.abandoned')}</th>
      </tr></thead>
      <tbody>
        {queueLines(view).map((row) => (
          <tr key={row.name} data-chosen={row.name === chosen || undefined}>
            <th scope="row"><button type="button" className="row-link queue-name" aria-pressed={row.name === chosen} onClick={() => choose(row.name === chosen ? null : row.name)}>{row.name}</button>
              {row.closed && <span className="tag">{t('wall.closed')}</span>}{row.message !== null && row.message !== '' && <span className="quiet"> {row.message}</span>}</th>
            <td data-much={row.waiting > 0 || undefined}>{row.waiting}</td>
            <td>{row.longest_since_ms === null ? '–' : watch(now - row.longest_since_ms)}</td>
            <td>{row.expected_wait_ms === null ? '–' : watch(row.expected_wait_ms)}</td>
            <td>{row.service_level === null ? '–' : <span className="share" data-low={row.service_level < GOAL || undefined}><span className="share-bar" aria-hidden><span style={{ transform: `scaleX(${row.service_level})` }} /></span>{Math.round(row.service_level * 100)} %</span>}</td>
            <td>{row.ready}</td><td>{row.busy}</td><td>{row.away}</td><td>{row.answered}</td><td>{row.abandoned}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
