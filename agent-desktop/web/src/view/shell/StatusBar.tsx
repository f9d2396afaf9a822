import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { watch } from '../../call/spans';
import type { Session } from '../../link/session';
import { useDesk, usePlace } from '../place';
import { Mark } from './Brand';
import { LanguageSwitch } from './LanguageSwitch';
import { LinkSign } from './LinkSign';
import { SchemeSwitch } from './SchemeSwitch';
import { StateControl } from './StateControl';

export function StatusBar({ session, help }: { session: Session; help: () => void }) {
  const { t } = useTranslation();
  const { sessions } = usePlace();
  const me = useDesk((view) => view.me);
  return (
    <div role="region" aria-label={t('shell.status')} className="bar">
      <div className="bar-brand"><Mark size={26} /></div>
      <StateControl />
      <Today />
      <div className="bar-tools">
        <LinkSign />
        <Tooltip label={`${t('shell.shortcuts')}  ?`}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.shortcuts')} onClick={help}><IconKeyboard size={20} /></ActionIcon>
        </Tooltip>
        <LanguageSwitch />
        <SchemeSwitch />
        <Menu position="bottom-end">
          <Menu.Target><button type="button" className="bar-user"><IconUser size={18} aria-hidden /><span>{me?.display_name ?? session.user}</span></button></Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{session.user} · {t(`role.${session.role}`)} · {session.tenant}</Menu.Label>
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => sessions.end(false)}>{t('shell.log_out')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
    </div>
  );
}

function Today() {
  const { t } = useTranslation();
  const today = useDesk((view) => view.today);
  const takesCalls = useDesk((view) => view.phone.endpoint !== '');
  if (!today || takesCalls !== true) {
    return <div className="bar-today" />;
  }
  const figures: [string, string][] = [
    [t('today.answered'), String(today.answered)],
    [t('today.talk'), watch(today.talk_ms)],
    [t('today.average'), today.answered === 0 ? '–' : watch((today.talk_ms + today.held_ms + today.wrap_up_ms) / today.answered)],
  ];
  return (
    <dl className="bar-today" aria-label={t('today.title')}>
      {figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
