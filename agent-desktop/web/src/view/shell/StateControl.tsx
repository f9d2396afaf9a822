import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconCircleCheck, IconClockPlus, IconCoffee, IconLogin2, IconLogout2 } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { written } from '../../agent/draft';
import { left } from '../../call/spans';
import { shownFor } from '../../call/shortcuts';
import type { MeView } from '../../protocol/protocol';
import { useAction } from '../actions';
import { useWrapUp } from '../desk/useWrapUp';
import { useGate } from '../gate/useGate';
import { useNow } from '../now';
import { useDesk, usePlace } from '../place';
import { go } from '../route';
import { Since } from '../Since';
import { useAct } from '../said';
import { STATE_ICON } from '../stateLook';

const AT_CALL = new Set(['reserved', 'ringing', 'talking', 'held']);

export function StateControl() {
  const { t } = useTranslation();
  const me = useDesk((view) => view.me);
  const takesCalls = useDesk((view) => view.phone.endpoint !== '');
  if (me && !takesCalls) {
    return <div className="state" />;
  }
  if (!me) {
    return <div className="state-pill" data-state="unknown">{t('state.loading')}</div>;
  }
  return (
    <div className="state" role="group" aria-label={t('state.title')}>
      <Pill me={me} />
      <Buttons me={me} />
    </div>
  );
}

function Pill({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const Sign = STATE_ICON[me.state];
  return (
    <div className="state-pill" data-state={me.state}>
      <Sign size={18} stroke={2} aria-hidden />
      <strong>{me.state === 'not_ready' && me.reason !== '' ? t(`reason.${me.reason}`, { defaultValue: me.reason }) : t(`state.${me.state}`)}</strong>
      {me.since_ms > 0 && <Since ms={me.since_ms} until={me.until_ms} />}
      {me.until_ms !== null && <Left since={me.since_ms} until={me.until_ms} />}
      {me.pending !== '' && me.pending !== 'ready' && <span className="state-pending">{t('state.then', { what: pendingWords(me.pending, t) })}</span>}
    </div>
  );
}

function pendingWords(pending: string, t: TFunction): string {
  const [what, reason] = pending.split(':');
  return reason !== undefined ? t(`reason.${reason}`, { defaultValue: reason }) : t(`state.pending_${what ?? 'not_ready'}`);
}

function Left({ since, until }: { since: number; until: number }) {
  const now = useNow();
  const share = left(since, until, now);
  return <span className="state-left" data-late={share === 0}><span style={{ transform: `scaleX(${share})` }} /></span>;
}

function Buttons({ me }: { me: MeView }) {
  const { t } = useTranslation();
  const { commands, drafts } = usePlace();
  const call = useDesk((view) => view.call);
  const sent = useWrapUp();
  const run = useAct();
  const gate = useGate();
  const [menu, setMenu] = useState(false);
  const [busy, setBusy] = useState(false);
  const doing = (command: () => Promise<unknown>) => {
    setBusy(true);
    void run(command).finally(() => setBusy(false));
  };
  const canReady = me.state === 'not_ready' || me.state === 'wrap_up' || (AT_CALL.has(me.state) && me.pending !== '' && me.pending !== 'ready');
  const wrapping = call?.state === 'wrap_up' ? call : null;
  const codeMissing = useStore(drafts.store, () => wrapping !== null && me.code_required && drafts.of(wrapping.id).code === null);
  // What was written of the call goes first: it is never left behind by who hurries to the next.
  const finish = () => doing(async () => {
    if (wrapping !== null && written(drafts.of(wrapping.id))) {
      await sent(wrapping, true);
    } else {
      await commands.ready();
    }
  });
  const goReady = () => (wrapping !== null ? finish() : gate.open ? doing(commands.ready) : go('/check'));
  useAction('ready', me.state === 'signed_out' || (canReady && !codeMissing), me.state === 'signed_out' ? () => doing(commands.signIn) : goReady);
  useAction('break', me.state !== 'signed_out', () => setMenu(true));

  if (me.state === 'signed_out') {
    return <Button loading={busy} leftSection={<IconLogin2 size={18} />} onClick={() => doing(commands.signIn)} title={shownFor('ready')}>{t('state.sign_in')}</Button>;
  }
  return (
    <div className="state-buttons">
      {canReady && !codeMissing && (
        <Button loading={busy} leftSection={<IconCircleCheck size={18} />} onClick={goReady} title={shownFor('ready')}>
          {me.state === 'wrap_up' ? t('state.finish') : t('state.go_ready')}
        </Button>
      )}
      {me.state === 'wrap_up' && me.extendable && (
        <Button variant="default" leftSection={<IconClockPlus size={18} />} onClick={() => doing(commands.extendWrapUp)}>{t('state.extend')}</Button>
      )}
      <Menu opened={menu} onChange={setMenu} position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} />} title={shownFor('break')}>{AT_CALL.has(me.state) ? t('state.after') : t('state.break')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {me.reasons.map((reason) => (
            <Menu.Item key={reason.name} leftSection={<IconCoffee size={16} />} onClick={() => doing(() => commands.notReady(reason.name))}
              rightSection={reason.limit_s === null ? null : <span className="quiet">{t('state.limit', { minutes: Math.round(reason.limit_s / 60) })}</span>}>
              {t(`reason.${reason.name}`, { defaultValue: reason.name })}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconLogout2 size={16} />} onClick={() => doing(commands.signOut)}>{t('state.sign_out')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
