import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconArrowDown, IconArrowsShuffle, IconArrowUp, IconDots, IconHandGrab } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readable, watch } from '../../call/spans';
import { MOST_POINTS, readyAgents, waitingLines } from '../../queue/wallRows';
import type { WaitingCall, WallView } from '../../protocol/protocol';
import { ClassBadge } from '../ClassBadge';
import { useNow } from '../now';
import { usePlace } from '../place';
import { useAct } from '../said';
import { WhyDialog } from './WhyDialog';

const MOST = 100;
const MOST_OFFERED = 8;
/** What a hand adds to a call's points. */
const STEP = 5;

export function WaitingTable({ view, queue }: { view: WallView; queue: string | null }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState<string | null>(null);
  const lines = waitingLines(view, queue);
  return (
    <>
      <div className="page-head"><h2>{t('wall.waiting_calls')}</h2><span className="quiet queue-name">{queue ?? t('wall.all_queues')}</span></div>
      {lines.length === 0 ? <p className="quiet pad">{t('wall.nobody_waits')}</p> : (
        <table className="rows">
          <thead><tr><th scope="col">{t('wall.caller')}</th><th scope="col">{t('wall.queue')}</th><th scope="col">{t('wall.waits')}</th><th scope="col">{t('wall.place')}</th><th scope="col" className="row-actions"><span className="heard-only">{t('wall.actions')}</span></th></tr></thead>
          <tbody>{lines.slice(0, MOST).map((call) => <Line key={call.call} call={call} view={view} why={() => setWhy(call.call)} />)}</tbody>
        </table>
      )}
      {lines.length > MOST && <p className="quiet pad">{t('wall.more', { count: lines.length - MOST })}</p>}
      <WhyDialog call={why} close={() => setWhy(null)} />
    </>
  );
}

function Line({ call, view, why }: { call: WaitingCall; view: WallView; why: () => void }) {
  const { t } = useTranslation();
  const now = useNow();
  const { supervision } = usePlace();
  const run = useAct();
  const ready = readyAgents(view);
  const name = readable(call.number) || t('caller.withheld');
  return (
    <tr>
      <th scope="row">{name} <ClassBadge name={call.value_class} />{call.stage !== 'waiting' && <span className="tag">{t(`stage.${call.stage}`)}</span>}</th>
      <td className="queue-name">{call.queue}</td>
      <td>{watch(now - call.since_ms)}</td>
      <td>{call.position}{call.priority !== 0 && <span className="quiet"> {t('wall.points', { points: call.priority })}</span>}</td>
      <td className="row-actions">
        <Button size="compact-xs" variant="default" onClick={why}>{t('wall.why')}</Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('wall.act_on', { name })}><IconDots size={16} /></ActionIcon></Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={call.priority >= MOST_POINTS} onClick={() => void run(() => supervision.priority(call.call, Math.min(MOST_POINTS, call.priority + STEP)))}>{t('wall.prioritise')}</Menu.Item>
            <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={call.priority <= 0} onClick={() => void run(() => supervision.priority(call.call, Math.max(0, call.priority - STEP)))}>{t('wall.deprioritise')}</Menu.Item>
            <Menu.Divider />
            <Menu.Label>{ready.length === 0 ? t('wall.nobody_ready') : t('wall.give_to')}</Menu.Label>
            {ready.slice(0, MOST_OFFERED).map((agent) => (
              <Menu.Item key={agent.name} leftSection={<IconHandGrab size={16} />} onClick={() => void run(() => supervision.pick(call.call, agent.name))}>{agent.display_name || agent.name}</Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Label>{t('wall.move_to')}</Menu.Label>
            {Object.keys(view.queues).filter((other) => other !== call.queue).sort().map((other) => (
              <Menu.Item key={other} leftSection={<IconArrowsShuffle size={16} />} onClick={() => void run(() => supervision.move(call.call, other))}><span className="queue-name">{other}</span></Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  );
}
