import { Tooltip } from '@mantine/core';
import { IconChecklist, IconHeadset, IconLayoutDashboard, IconStethoscope, IconUsers, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Action, shownFor } from '../../call/shortcuts';
import type { Role } from '../../link/session';
import { useAction } from '../actions';
import { go } from '../route';

interface Entry { path: string; name: 'desk' | 'work' | 'customers' | 'wall' | 'check'; action: Action; icon: Icon; supervises?: boolean }

const ENTRIES: Entry[] = [
  { path: '/', name: 'desk', action: 'page_desk', icon: IconHeadset },
  { path: '/work', name: 'work', action: 'page_work', icon: IconChecklist },
  { path: '/customers', name: 'customers', action: 'page_customers', icon: IconUsers },
  { path: '/wall', name: 'wall', action: 'page_wall', icon: IconLayoutDashboard, supervises: true },
  { path: '/check', name: 'check', action: 'page_check', icon: IconStethoscope },
];

export function Rail({ role, path }: { role: Role; path: string }) {
  const { t } = useTranslation();
  const entries = ENTRIES.filter((entry) => !entry.supervises || role !== 'agent');
  return (
    <nav className="rail" aria-label={t('shell.pages')}>
      {entries.map((entry) => <RailEntry key={entry.path} entry={entry} current={entry.path === '/' ? path === '/' : path.startsWith(entry.path)} />)}
    </nav>
  );
}

function RailEntry({ entry, current }: { entry: Entry; current: boolean }) {
  const { t } = useTranslation();
  useAction(entry.action, true, () => go(entry.path));
  const Sign = entry.icon;
  return (
    <Tooltip label={`${t(`page.${entry.name}`)}  ${shownFor(entry.action)}`} position="right">
      <a className="rail-entry" href={entry.path} aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault();
          go(entry.path);
        }}>
        <Sign size={22} stroke={1.6} aria-hidden />
        <span>{t(`page.${entry.name}`)}</span>
      </a>
    </Tooltip>
  );
}
