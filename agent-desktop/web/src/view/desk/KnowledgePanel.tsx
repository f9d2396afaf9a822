import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowLeft, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchable } from '../../customer/customers';
import { usePlace } from '../place';
import { Markdown } from './Markdown';

const PAUSE_MS = 180;

/** What the company knows, found as one types; an article is read beside the call. */
export function KnowledgePanel() {
  const { t, i18n } = useTranslation();
  const { commands } = usePlace();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | null>(null);
  const [sought] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const enough = searchable(sought);
  const found = useQuery({
    queryKey: ['knowledge', sought, i18n.language], queryFn: ({ signal }) => commands.knowledge(sought, signal), enabled: enough, placeholderData: keepPreviousData,
  });
  const articles = enough ? found.data?.articles ?? [] : [];
  if (open !== null) {
    return <Reading id={open} back={() => setOpen(null)} />;
  }
  return (
    <div className="knowledge">
      <TextInput ref={field} type="search" aria-label={t('knowledge.search')} placeholder={t('knowledge.search')} leftSection={<IconSearch size={16} />} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      <p className="heard-only" role="status">{enough && found.isSuccess ? t('knowledge.found', { count: articles.length }) : ''}</p>
      {!enough && <p className="quiet">{t('knowledge.hint')}</p>}
      {enough && found.isSuccess && articles.length === 0 && <p className="quiet">{t('knowledge.none')}</p>}
      {found.isError && <p className="quiet" role="alert">{t('problem.unknown')}</p>}
      <ul className="articles">
        {articles.map((article) => (
          <li key={article.id}><button type="button" className="article" lang={article.language} onClick={() => setOpen(article.id)}><strong>{article.title}</strong><span className="quiet">{article.excerpt}</span></button></li>
        ))}
      </ul>
    </div>
  );
}

function Reading({ id, back }: { id: string; back: () => void }) {
  const { t, i18n } = useTranslation();
  const { commands } = usePlace();
  const article = useQuery({ queryKey: ['article', id, i18n.language], queryFn: () => commands.article(id) });
  return (
    <div className="knowledge">
      <div><Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={back} autoFocus>{t('knowledge.back')}</Button></div>
      {article.data && <article lang={article.data.language} className="reading"><h2>{article.data.title}</h2><Markdown text={article.data.text} /></article>}
      {article.isError && <p role="alert">{t('problem.unknown')}</p>}
    </div>
  );
}
