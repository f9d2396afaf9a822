import { IconAlertTriangle, IconBox, IconChecklist, IconHelpCircle, IconTool, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CustomerCard } from '../../protocol/protocol';
import { useDates } from '../dates';
import { useNames } from '../names';
import { useNow } from '../now';

const SIGNS: Record<string, Icon> = { enquiry: IconHelpCircle, order: IconBox, complaint: IconAlertTriangle, fault: IconTool };

/** What is open for this customer: cases, and what was promised. */
export function OpenWork({ card }: { card: CustomerCard }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  if (card.open_cases.length === 0 && card.open_tasks.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('open.title')}>
      <h3>{t('open.title')}</h3>
      <ul className="open-work">
        {card.open_cases.map((one) => {
          const Sign = SIGNS[one.kind] ?? IconHelpCircle;
          return (
            <li key={one.id}>
              <Sign size={16} aria-hidden />
              <span className="grow"><strong>{one.title}</strong> <span className="quiet">{t(`case.${one.kind}`, { defaultValue: one.kind })} · {t(`case_state.${one.state}`, { defaultValue: one.state })}{one.owner !== '' && ` · ${nameOf(one.owner)}`}</span></span>
              <Due ms={one.due_at_ms} />
            </li>
          );
        })}
        {card.open_tasks.map((one) => (
          <li key={one.id}>
            <IconChecklist size={16} aria-hidden />
            <span className="grow"><strong>{one.title}</strong> <span className="quiet">{t(`task.${one.kind}`, { defaultValue: one.kind })}{one.owner !== '' && ` · ${nameOf(one.owner)}`}</span></span>
            <Due ms={one.due_at_ms} />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Due({ ms }: { ms: number | null }) {
  const { t } = useTranslation();
  const dates = useDates();
  const now = useNow();
  return ms === null ? null : <time className="due" data-late={ms < now || undefined} dateTime={new Date(ms).toISOString()}>{ms < now ? t('due.late', { when: dates.ago(ms) }) : t('due.by', { when: dates.moment(ms) })}</time>;
}
