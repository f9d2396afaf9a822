import { Anchor, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconExternalLink, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../actions';
import { usePlace } from '../place';

const PAUSE_MS = 180;

export function KnowledgePanel({ queue }: { queue: string }) {
  const { t, i18n } = useTranslation();
  const { commands } = usePlace();
  const [typed, setTyped] = useState('');
  const [sought] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const field = useRef<HTMLInputElement>(null);
  useAction('knowledge', true, () => field.current?.focus());
  useEffect(() => field.current?.focus(), []);
  const found = useQuery({
    queryKey: ['knowledge', sought, i18n.language], queryFn: ({ signal }) => commands.knowledge(sought, signal), enabled: sought.length > 1, placeholderData: keepPreviousData,
  });
  const articles = [...(found.data?.articles ?? [])].sort((a, b) => Number(b.queues.includes(queue)) - Number(a.queues.includes(queue)));
  return (
    <div className="knowledge">
      <TextInput ref={field} type="search" aria-label={t('knowledge.search')} placeholder={t('knowledge.search')} leftSection={<IconSearch size={16} />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <p className="heard-only" role="status">{sought.length > 1 && found.isSuccess ? t('knowledge.found', { count: articles.length }) : ''}</p>
      {sought.length <= 1 && <p className="quiet">{t('knowledge.hint')}</p>}
      {sought.length > 1 && found.isSuccess && articles.length === 0 && <p className="quiet">{t('knowledge.none')}</p>}
      {sought.length > 1 && articles.map((article) => (
        <details key={article.id} className="article">
          <summary>{article.title}</summary>
          <p>{article.text}</p>
          {article.link !== '' && <Anchor href={article.link} target="_blank" rel="noreferrer" size="sm">{t('knowledge.open')} <IconExternalLink size={14} aria-hidden /></Anchor>}
        </details>
      ))}
    </div>
  );
}
