import { Alert, Badge, Button, Skeleton } from '@mantine/core';
import { IconArrowRight, IconExternalLink, IconPhoneOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../call/caller';
import { shownFor } from '../../call/shortcuts';
import { readable, watch } from '../../call/spans';
import type { CallView, CustomerCard } from '../../protocol/protocol';
import { useAction } from '../actions';
import { ClassBadge } from '../ClassBadge';
import { CustomerFinder } from '../customers/CustomerFinder';
import { EditableNotes } from '../customers/EditableNotes';
import { NewCustomer } from '../customers/NewCustomer';
import { usePlace } from '../place';
import { go } from '../route';
import { useAct } from '../said';
import { ContactList } from './ContactList';
import { OpenWork } from './OpenWork';

/** Who is on the line, before it rings: what is known, and how to make it known. */
export function CustomerPanel({ call }: { call: CallView }) {
  const { commands } = usePlace();
  const run = useAct();
  const [found, setFound] = useState<CustomerCard | null>(null);
  const setChosen = (card: CustomerCard) => {
    setFound(card);
    if (card.id !== 0) {
      void run(() => commands.callIsOf(card.id));
    }
  };
  const [creating, setCreating] = useState(false);
  const card = call.customer ?? found;
  useAction('new_customer', card === null, () => setCreating(true));
  useAction('customer', card !== null, () => card && go(`/customers/${card.id}`));
  return (
    <div className="panel customer-panel" data-lookup={call.lookup}>
      {card === null ? <Unknown call={call} choose={setChosen} creating={creating} setCreating={setCreating} /> : <Known card={card} choose={setChosen} />}
      <CallFacts call={call} />
      {card !== null && <><OpenWork card={card} /><ContactList contacts={card.last_contacts.filter((contact) => contact.call !== call.id)} /></>}
    </div>
  );
}

function Known({ card, choose }: { card: CustomerCard; choose: (card: CustomerCard) => void }) {
  const { t } = useTranslation();
  const wishes = Object.entries(card.preferences);
  const consents = Object.entries(card.consent);
  return (
    <header className="customer-head">
      <div className="customer-title">
        <div className="face large" aria-hidden>{initials(card.name)}</div>
        <div className="grow">
          <div className="customer-name"><h2>{card.name}</h2><ClassBadge name={card.value_class} /></div>
          <p className="quiet customer-line">{[card.company, readable(card.number), card.language && t(`language.${card.language}`, { defaultValue: card.language })].filter(Boolean).join(' · ')}</p>
        </div>
        {card.link !== '' && <Button component="a" href={card.link} target="_blank" rel="noreferrer" variant="default" size="xs" rightSection={<IconExternalLink size={14} />}>{t('customer.crm')}</Button>}
        {card.id !== 0 && <Button variant="default" size="xs" rightSection={<IconArrowRight size={14} />} onClick={() => go(`/customers/${card.id}`)}>{t('customer.open')}</Button>}
      </div>
      {(card.do_not_call || consents.length > 0 || wishes.length > 0) && (
        <div className="chips">
          {card.do_not_call && <Badge color="red.8" leftSection={<IconPhoneOff size={12} />}>{t('customer.do_not_call')}</Badge>}
          {consents.map(([to, consent]) => (
            <Badge key={to} variant="light" color={consent === 'refused' ? 'orange' : 'gray'}>
              {to === 'recording' ? t('customer.consent') : t('customer.consent_to', { to: asWords(to) })}: {t(`consent.${consent}`, { defaultValue: consent })}
            </Badge>
          ))}
          {wishes.map(([name, value]) => <Badge key={name} variant="light" color="gray">{t(`wish.${name}`, { defaultValue: name })}: {t(`wish_value.${value}`, { defaultValue: value })}</Badge>)}
        </div>
      )}
      {card.id !== 0 && <EditableNotes key={card.id} id={String(card.id)} text={card.notes} />}
      <CustomerFinder pick={choose} icon={<IconUsers size={14} />} label={t('customer.other')} quiet />
    </header>
  );
}

interface UnknownProps { call: CallView; choose: (card: CustomerCard) => void; creating: boolean; setCreating: (creating: boolean) => void }

function Unknown({ call, choose, creating, setCreating }: UnknownProps) {
  const { t } = useTranslation();
  if (creating) {
    return <NewCustomer name={call.caller_name} number={call.number} language={call.language} close={() => setCreating(false)} made={choose} />;
  }
  if (call.lookup === 'pending') {
    return <div aria-busy="true" aria-label={t('customer.looking')}><Skeleton height={22} width="45%" mb={10} /><Skeleton height={14} width="70%" /></div>;
  }
  const word = call.lookup === 'failed' ? 'failed' : call.matches.length > 0 ? 'several' : call.number === '' ? 'withheld' : 'none';
  return (
    <div className="unknown">
      {word === 'failed' && <Alert color="yellow">{t('customer.failed')}</Alert>}
      <h2>{word === 'several' ? t('customer.several', { count: call.matches.length }) : t(`customer.${word === 'failed' ? 'none' : word}`)}</h2>
      {call.matches.length > 0 && (
        <ul className="matches">
          {call.matches.map((match) => (
            <li key={match.id}>
              <button type="button" onClick={() => choose(match)}>
                <span className="face small" aria-hidden>{initials(match.name)}</span>
                <span className="grow"><strong>{match.name}</strong><span className="quiet"> {match.company}</span></span>
                <ClassBadge name={match.value_class} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="unknown-tools">
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)} title={shownFor('new_customer')}>{t('customer.new')}</Button>
        <CustomerFinder pick={choose} icon={<IconUsers size={16} />} />
      </div>
    </div>
  );
}

/** A name of the configuration as people write it. */
const asWords = (name: string) => name.replace(/[_-]/g, ' ');

function CallFacts({ call }: { call: CallView }) {
  const { t, i18n } = useTranslation();
  const known = Object.entries(call.known);
  return (
    <section className="facts" aria-label={t('facts.title')}>
      <dl>
        <div><dt>{t('facts.waited')}</dt><dd>{watch(call.waited_ms)}</dd></div>
        <div><dt>{t('facts.called')}</dt><dd>{readable(call.called) || '–'}</dd></div>
        <div><dt>{t('facts.language')}</dt><dd>{call.language === '' ? '–' : t(`language.${call.language}`, { defaultValue: call.language })}</dd></div>
      </dl>
      {call.chosen.length > 0 && (
        <div>
          <h3>{t('facts.chosen')}</h3>
          <ol className="trail">{call.chosen.map((one, i) => <li key={i}><span>{asWords(one.step)}</span><b>{one.led_to === '' ? t(`key.${one.answer}`, { defaultValue: one.answer }) : asWords(one.led_to)}</b></li>)}</ol>
        </div>
      )}
      {known.length > 0 && (
        <div>
          <h3>{t('facts.known')}</h3>
          <dl className="known">{known.map(([name, value]) => <div key={name}><dt>{asWords(name)}</dt><dd>{value}</dd></div>)}</dl>
        </div>
      )}
      {call.notes.length > 0 && (
        <div>
          <h3>{t('facts.notes')}</h3>
          <ul className="call-notes">{call.notes.map((note) => <li key={`${note.agent}${note.at_ms}`}><b>{note.agent}</b> {[i18n.language === 'zh' ? note.code_zh : note.code_en, note.text].filter(Boolean).join(' · ')}</li>)}</ul>
        </div>
      )}
      {call.why_text_en !== '' && <p className="why quiet">{i18n.language === 'zh' ? call.why_text_zh : call.why_text_en}</p>}
    </section>
  );
}
