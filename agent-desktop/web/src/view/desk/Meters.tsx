import { IconMicrophone, IconVolume } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { quality } from '../../call/flow';
import { usePlace } from '../place';

export function Meters() {
  const { t } = useTranslation();
  const { phone } = usePlace();
  const { flow, heardLevel, spokenLevel } = useStore(phone.talk.store);
  const muted = useStore(phone.store, (state) => state.muted);
  const state = quality(flow, flow.atMs);
  return (
    <div className="meters" data-quality={state} data-received={flow.received} data-sent={flow.sent}>
      <Meter label={t('meter.spoken')} level={muted ? 0 : spokenLevel} icon={<IconMicrophone size={16} aria-hidden />} />
      <Meter label={t('meter.heard')} level={heardLevel} icon={<IconVolume size={16} aria-hidden />} />
      <span className="meters-quality">{t(`quality.${state}`)}</span>
    </div>
  );
}

export function Meter({ label, level, icon }: { label: string; level: number; icon: React.ReactNode }) {
  return (
    <div className="meter" role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(level * 100)}>
      {icon}<span className="meter-track"><span style={{ transform: `scaleX(${level})` }} /></span>
    </div>
  );
}
