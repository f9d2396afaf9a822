import { Alert, Modal, Skeleton, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDates } from '../dates';
import { usePlace } from '../place';
import { useSaid } from '../said';

const EVERY_MS = 3_000;

/** Why a call waits, in the very words of what decides. */
export function WhyDialog({ call, close }: { call: string | null; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={call !== null} onClose={close} size="lg" title={<Title order={2} size="h4">{t('why.title')}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {call !== null && <Reasons call={call} />}
    </Modal>
  );
}

function Reasons({ call }: { call: string }) {
  const { t, i18n } = useTranslation();
  const { supervision } = usePlace();
  const said = useSaid();
  const dates = useDates();
  const why = useQuery({ queryKey: ['why', call, i18n.language], queryFn: () => supervision.why(call), refetchInterval: EVERY_MS });
  if (why.isError) {
    return <Alert color="red" role="alert">{said(why.error)}</Alert>;
  }
  if (!why.data) {
    return <Skeleton height={80} />;
  }
  const { waiting, offers } = why.data;
  return (
    <div className="reasons">
      {waiting === null ? <p>{t('why.over')}</p> : (
        <>
          <p className="reason-main">{waiting.sentence}</p>
          <p className="quiet">{waiting.place}</p>
          <ul>{waiting.agents.map((agent) => <li key={agent.terms.agent} data-against={agent.terms.against}>{agent.sentence}</li>)}</ul>
        </>
      )}
      {offers.length > 0 && <><h3>{t('why.offers')}</h3><ul>{offers.map((offer) => <li key={offer.offer}><time className="quiet">{dates.time(offer.at_ms)}</time> {offer.sentence} <span className="quiet">{offer.outcome}</span></li>)}</ul></>}
    </div>
  );
}
