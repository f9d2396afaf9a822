import { IconArrowForwardUp, IconMessageStar, IconNote, IconPhoneIncoming, IconPhoneOutgoing, IconRotate, IconRecordMail, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Contact, TimelineKind } from '../../protocol/protocol';
import { useDates } from '../dates';
import { useNames } from '../names';

const SIGNS: Partial<Record<TimelineKind, Icon>> = { call: IconPhoneIncoming, callback: IconRotate, voicemail: IconRecordMail, transfer: IconArrowForwardUp, survey: IconMessageStar, note: IconNote };

/** What came of these is no word but a score, or what somebody wrote. */
const SAYS_ITSELF: readonly TimelineKind[] = ['survey', 'note'];

export function ContactList({ contacts }: { contacts: Contact[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const nameOf = useNames();
  return (
    <section aria-label={t('contacts.title')}>
      <h3>{t('contacts.title')}</h3>
      {contacts.length === 0 && <p className="quiet">{t('contacts.none')}</p>}
      <ol className="contacts">
        {contacts.map((contact) => {
          const Sign = contact.kind === 'call' && contact.direction === 'out' ? IconPhoneOutgoing : SIGNS[contact.kind] ?? IconNote;
          return (
            <li key={`${contact.at_ms}${contact.kind}`}>
              <Sign size={16} aria-hidden />
              <span className="grow"><strong>{t(`kind.${contact.kind}`)}</strong>{' '}
                <span className="quiet">{[contact.queue, nameOf(contact.agent), SAYS_ITSELF.includes(contact.kind) ? contact.outcome : t(`what.${contact.outcome}`)].filter(Boolean).join(' · ')}</span></span>
              <time dateTime={new Date(contact.at_ms).toISOString()}>{dates.ago(contact.at_ms)}</time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
