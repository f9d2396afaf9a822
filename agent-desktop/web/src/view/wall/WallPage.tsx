import { ActionIcon, Tooltip } from '@mantine/core';
import { IconBell, IconBellOff, IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { watch } from '../../call/spans';
import { totals } from '../../queue/wallRows';
import type { WallView } from '../../protocol/protocol';
import { useNow } from '../now';
import { usePlace } from '../place';
import { AgentTable } from './AgentTable';
import { Alarms } from './Alarms';
import { QueueTable } from './QueueTable';
import { WaitingTable } from './WaitingTable';

/** Queues and people as they are now; full screen it is a board on the wall. */
export function WallPage() {
  const { t } = useTranslation();
  const { wall } = usePlace();
  const view = useStore(wall.store, (state) => state.view);
  const [queue, setQueue] = useState<string | null>(null);
  const [full, setFull] = useState(false);
  const [sound, setSound] = useState(() => localStorage.getItem('switchboard.alarms') !== 'silent');
  useEffect(() => {
    const changed = () => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, []);
  if (view === null) {
    return <div className="empty" role="status">{t('shell.loading')}</div>;
  }
  const toggleFull = () => void (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => undefined);
  const toggleSound = () => {
    localStorage.setItem('switchboard.alarms', sound ? 'silent' : 'loud');
    setSound(!sound);
  };
  return (
    <div className="wall" data-full={full || undefined}>
      <div className="wall-head">
        <h1>{t('page.wall')}</h1>
        <Sums view={view} />
        <Tooltip label={t(sound ? 'wall.silence' : 'wall.sound')}><ActionIcon variant="default" size="lg" aria-pressed={sound} aria-label={t(sound ? 'wall.silence' : 'wall.sound')} onClick={toggleSound}>{sound ? <IconBell size={18} /> : <IconBellOff size={18} />}</ActionIcon></Tooltip>
        <Tooltip label={t(full ? 'wall.leave_full' : 'wall.full')}><ActionIcon variant="default" size="lg" aria-label={t(full ? 'wall.leave_full' : 'wall.full')} onClick={toggleFull}>{full ? <IconMinimize size={18} /> : <IconMaximize size={18} />}</ActionIcon></Tooltip>
      </div>
      <Alarms alarms={view.alarms} sound={sound} />
      <section className="panel wall-queues" aria-label={t('wall.queues')}><div className="page-head"><h2>{t('wall.queues')}</h2></div><QueueTable view={view} chosen={queue} choose={setQueue} /></section>
      <section className="panel wall-waiting" aria-label={t('wall.waiting_calls')}><WaitingTable view={view} queue={queue} /></section>
      <section className="panel wall-agents" aria-label={t('wall.agents')}><AgentTable view={view} queue={queue} /></section>
    </div>
  );
}

function Sums({ view }: { view: WallView }) {
  const { t } = useTranslation();
  const now = useNow();
  const sum = totals(view);
  const figures: [string, string, boolean][] = [
    [t('wall.waiting'), String(sum.waiting), sum.waiting > 0],
    [t('wall.longest'), sum.longestSinceMs === null ? '–' : watch(now - sum.longestSinceMs), false],
    [t('wall.ready'), String(sum.ready), false],
    [t('wall.talking'), String(sum.talking), false],
    [t('wall.answered'), String(sum.answered), false],
    [t('wall.abandoned'), String(sum.abandoned), false],
  ];
  return <dl className="sums">{figures.map(([name, value, much]) => <div key={name} data-much={much || undefined}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}
