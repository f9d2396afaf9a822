import { Button, SegmentedControl } from '@mantine/core';
import { IconEar, IconEarOff, IconSwitchHorizontal } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { shownFor } from '../../call/shortcuts';
import { endedBySomebodyElse, LISTEN_MODES } from '../../queue/listening';
import type { ListeningView, ListenMode } from '../../protocol/protocol';
import { useAction } from '../actions';
import { useDesk, usePlace } from '../place';
import { useAct, useToast } from '../said';
import { Since } from '../Since';

/** The talk that a supervisor hears, on every page, for as long as he does. */
export function ListenBar() {
  const { t } = useTranslation();
  const listening = useDesk((view) => view.listening) ?? null;
  const toast = useToast();
  const before = useRef(listening);
  useEffect(() => {
    const ending = endedBySomebodyElse(before.current, listening);
    before.current = listening;
    if (ending !== null && listening !== null) {
      toast({ message: t(`listening.${ending}`, { name: listening.agent_name }), autoClose: 8000, role: 'status' });
    }
  }, [listening, t, toast]);
  return listening === null || listening.state === 'over' ? null : <Bar listening={listening} />;
}

function Bar({ listening }: { listening: ListeningView }) {
  const { t } = useTranslation();
  const { supervision } = usePlace();
  const run = useAct();
  const as = (mode: ListenMode) => void run(() => supervision.listen(listening.call, mode));
  const takeOver = () => void run(() => supervision.takeOver(listening.call));
  const end = () => void run(() => supervision.leave(listening.call));
  useAction('listen', true, () => as('listen'));
  useAction('whisper', true, () => as('whisper'));
  useAction('barge', true, () => as('barge'));
  useAction('take_over', true, takeOver);
  useAction('hang_up', true, end);
  return (
    <section className="listen-bar" aria-label={t('listening.title')} data-state={listening.state}>
      <IconEar size={18} aria-hidden />
      <strong>{t(`listening.${listening.state}`, { name: listening.agent_name })}</strong>
      <Since ms={listening.since_ms} />
      <SegmentedControl size="xs" aria-label={t('listening.how')} value={listening.mode} onChange={as}
        data={LISTEN_MODES.map((mode) => ({ value: mode, label: t(`listening.mode_${mode}`) }))} />
      <Button size="xs" variant="default" leftSection={<IconSwitchHorizontal size={14} />} title={shownFor('take_over')} onClick={takeOver}>{t('do.take_over')}</Button>
      <Button size="xs" color="red.9" leftSection={<IconEarOff size={14} />} title={shownFor('hang_up')} onClick={end}>{t('listening.end')}</Button>
    </section>
  );
}
