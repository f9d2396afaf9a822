import { Button, Modal, SegmentedControl, TextInput, Title } from '@mantine/core';
import { IconArrowForwardUp, IconSearch, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Target } from '../../agent/commands';
import { wrapUpOf } from '../../agent/draft';
import { presented, type Row } from '../../agent/targets';
import type { CallView } from '../../protocol/protocol';
import { alongTheList } from '../arrows';
import { useColleagues } from '../names';
import { useDesk, usePlace } from '../place';
import { useAct } from '../said';

interface Props { handing: 'transfer' | 'consult' | null; close: () => void; call: CallView }
type To = 'agent' | 'queue' | 'number';

const EVERY_MS = 3_000;

export function TransferDialog({ handing, close, call }: Props) {
  const { t } = useTranslation();
  return (
    <Modal opened={handing !== null} onClose={close} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}
      title={<Title order={2} size="h4">{t(handing === 'consult' ? 'hand.consult_title' : 'hand.transfer_title')}</Title>}>
      {handing !== null && <Choice handing={handing} close={close} call={call} />}
    </Modal>
  );
}

function Choice({ handing, close, call }: Props & { handing: 'transfer' | 'consult' }) {
  const { t } = useTranslation();
  const { commands, drafts, clock } = usePlace();
  const run = useAct();
  const [to, setTo] = useState<To>('agent');
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const rows = useTargets(to, typed, call);
  const hand = async (target: Target) => {
    setBusy(true);
    const draft = drafts.of(call.id);
    if (draft.note.trim() !== '' && call.can.includes('wrap-up')) {
      // What was noted so far goes with the call; that it cannot be kept is no reason not to hand it on.
      await commands.wrapUp(wrapUpOf({ ...draft, callback: false }, false, clock.nowMs())).catch(() => undefined);
    }
    if (await run(() => commands[handing](target))) {
      close();
    }
    setBusy(false);
  };
  const first = rows.find((row) => row.free) ?? rows[0];
  const enter = () => {
    const number = typed.trim();
    if (to === 'number' && number !== '') {
      void hand({ number });
    } else if (first !== undefined) {
      void hand(first.target);
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of what is in it
    <form className="hand" onKeyDown={alongTheList} onSubmit={(event) => {
      event.preventDefault();
      enter();
    }}>
      <SegmentedControl fullWidth value={to} onChange={(value) => setTo(value)} aria-label={t('hand.to')}
        data={[{ value: 'agent', label: t('hand.agent') }, { value: 'queue', label: t('hand.queue') }, { value: 'number', label: t('hand.number') }]} />
      <TextInput data-autofocus value={typed} onChange={(event) => setTyped(event.currentTarget.value)} aria-label={to === 'number' ? t('hand.number') : t('hand.search')}
        placeholder={to === 'number' ? t('dial.placeholder') : t('hand.search')} leftSection={<IconSearch size={16} />} type={to === 'number' ? 'tel' : 'text'} />
      {to !== 'number' && (
        <ul className="targets">
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" disabled={busy} onClick={() => void hand(row.target)}>
                <span className="presence" data-state={row.state} aria-hidden />
                <span className="target-name" data-queue={to === 'queue' || undefined}>{row.name}</span>
                <span className="quiet">{row.waiting !== null ? t('hand.waiting', { count: row.waiting }) : t(`state.${row.state}`)}</span>
              </button>
            </li>
          ))}
          {rows.length === 0 && <li className="quiet">{t('hand.nobody')}</li>}
        </ul>
      )}
      {to === 'number' && (
        <Button type="submit" loading={busy} disabled={typed.trim() === ''} leftSection={handing === 'consult' ? <IconUserQuestion size={18} /> : <IconArrowForwardUp size={18} />}>{t(`do.${handing}`)}</Button>
      )}
      <p className="quiet">{t(handing === 'consult' ? 'hand.consult_hint' : 'hand.transfer_hint')}</p>
    </form>
  );
}

function useTargets(to: To, typed: string, call: CallView): Row[] {
  const { commands } = usePlace();
  const me = useDesk((view) => view.me.user) ?? '';
  const colleagues = useColleagues(EVERY_MS, to === 'agent');
  const queues = useQuery({ queryKey: ['queues'], queryFn: commands.queues, refetchInterval: EVERY_MS, enabled: to === 'queue' });
  return presented(to === 'agent' ? { agents: colleagues.data?.agents ?? [], me } : { queues: queues.data?.queues ?? [], from: call.queue }, typed);
}
