import { Button } from '@mantine/core';
import { IconPlayerPause, IconPlayerRecord } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { shownFor } from '../../call/shortcuts';
import type { CallView } from '../../protocol/protocol';
import { useAction } from '../actions';
import { usePlace } from '../place';
import { useAct } from '../said';

export function RecordingRow({ call }: { call: CallView }) {
  const { t } = useTranslation();
  const { commands } = usePlace();
  const run = useAct();
  const { state, can_start, can_pause } = call.recording;
  const may = call.can.includes('recording') && (state === 'on' ? can_pause : can_start);
  const toggle = () => void run(() => commands.recording(state !== 'on'));
  useAction('recording', may, toggle);
  if (state === 'off' && !may) {
    return null;
  }
  return (
    <div className="recording" data-state={state}>
      <span className="recording-light" aria-hidden />
      <span>{t(`recording.${state}`)}</span>
      {may && (
        <Button size="compact-sm" variant="default" onClick={toggle} title={shownFor('recording')} leftSection={state === 'on' ? <IconPlayerPause size={14} /> : <IconPlayerRecord size={14} />}>
          {t(state === 'on' ? 'recording.pause' : state === 'paused' ? 'recording.resume' : 'recording.start')}
        </Button>
      )}
    </div>
  );
}
