import { IconArrowsExchange, IconCheck, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SideView, Verb } from '../../protocol/protocol';
import { usePlace } from '../place';
import { Since } from '../Since';
import { CallButton } from './CallButtons';

/** The one who is asked beside the call. */
export function SideBox({ side, can }: { side: SideView; can: Verb[] }) {
  const { t } = useTranslation();
  const { commands } = usePlace();
  return (
    <section className="side-box" aria-label={t('side.title')}>
      <div className="side-head"><strong>{side.to}</strong><span data-state={side.state}>{t(`side.${side.state}`)}</span><Since ms={side.since_ms} /></div>
      {side.state === 'failed' && side.reason !== null && <p className="quiet">{t(`ending.${side.reason}`)}</p>}
      <div className="button-grid">
        {can.includes('swap') && <CallButton action="swap" word="swap" icon={IconArrowsExchange} run={commands.swap} />}
        {can.includes('complete') && <CallButton action="complete" word="complete" icon={IconCheck} run={commands.complete} />}
        {can.includes('conference') && <CallButton action="conference" word="conference" icon={IconUsersGroup} run={commands.conference} />}
        {can.includes('cancel') && <CallButton action="cancel" word="cancel" icon={IconX} run={commands.cancel} />}
      </div>
    </section>
  );
}
