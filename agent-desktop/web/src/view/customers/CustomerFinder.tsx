import { Button, Modal, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../call/caller';
import { readable } from '../../call/spans';
import { cardOf } from '../../customer/card';
import { searchable, type Hit } from '../../customer/customers';
import type { CustomerCard } from '../../protocol/protocol';
import { alongTheList } from '../arrows';
import { ClassBadge } from '../ClassBadge';
import { usePlace } from '../place';
import { useAct } from '../said';

const PAUSE_MS = 120;

export function useSearch(typed: string) {
  const { customers } = usePlace();
  const [sought] = useDebouncedValue(typed.trim(), PAUSE_MS);
  return useQuery({
    queryKey: ['customers', sought], queryFn: ({ signal }) => customers.search(sought, signal), enabled: searchable(sought), placeholderData: keepPreviousData, staleTime: 2_000,
  });
}

/** Finds the customer whom the number did not name. */
export function CustomerFinder({ pick, icon, label, quiet = false }: { pick: (card: CustomerCard) => void; icon: ReactNode; label?: string; quiet?: boolean }) {
  const { t } = useTranslation();
  const { customers } = usePlace();
  const run = useAct();
  const [opened, setOpened] = useState(false);
  const choose = (hit: Hit) => void run(async () => {
    pick(cardOf(await customers.find(String(hit.id))));
    setOpened(false);
  });
  return (
    <>
      <Button variant={quiet ? 'subtle' : 'default'} {...(quiet ? { size: 'compact-xs', color: 'gray' } : {})} leftSection={icon} onClick={() => setOpened(true)}>{label ?? t('customer.find')}</Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={<Title order={2} size="h4">{t('customer.find')}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
        <SearchBox choose={choose} />
      </Modal>
    </>
  );
}

/** A field and, as one types, who is found; by arrow keys too. */
export function SearchBox({ choose, autoFocus = true }: { choose: (hit: Hit) => void; autoFocus?: boolean }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const found = useSearch(typed);
  const hits = searchable(typed) ? found.data?.customers ?? [] : [];
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of what is in it
    <form className="search" role="search" onKeyDown={alongTheList} onSubmit={(event) => {
      event.preventDefault();
      if (hits[0] !== undefined) {
        choose(hits[0]);
      }
    }}>
      <TextInput type="search" id="customer-search" data-autofocus={autoFocus || undefined} autoFocus={autoFocus} size="md" aria-label={t('customer.search')} placeholder={t('customer.search')} leftSection={<IconSearch size={18} />}
        value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <p className="heard-only" role="status">{found.isSuccess && searchable(typed) ? t('customer.found', { count: hits.length }) : ''}</p>
      <ul className="hits">
        {hits.map((hit) => (
          <li key={hit.id}>
            <button type="button" onClick={() => choose(hit)}>
              <span className="face small" aria-hidden>{initials(hit.name)}</span>
              <span className="grow"><strong>{hit.name}</strong> <span className="quiet">{hit.company}</span></span>
              <span className="quiet">{readable(hit.number)}</span>
              <ClassBadge name={hit.value_class} />
            </button>
          </li>
        ))}
      </ul>
      {found.isSuccess && hits.length === 0 && searchable(typed) && <p className="quiet">{t('customer.nobody')}</p>}
      {found.isError && <p className="quiet" role="alert">{t('problem.unknown')}</p>}
    </form>
  );
}
