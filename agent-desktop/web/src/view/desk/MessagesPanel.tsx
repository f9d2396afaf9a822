import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../protocol/protocol';
import { useDates } from '../dates';
import { usePlace } from '../place';
import { useAct } from '../said';

export function MessagesPanel({ messages }: { messages: MessageView[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { commands } = usePlace();
  const run = useAct();
  return (
    <div className="messages" aria-live="polite">
      {messages.length === 0 && <p className="quiet">{t('messages.none')}</p>}
      {[...messages].reverse().map((message) => (
        <article key={message.id} data-seen={message.seen}>
          <header><strong>{message.from}</strong><time className="quiet">{dates.time(message.at_ms)}</time></header>
          <p>{message.text}</p>
          {!message.seen && <Button size="compact-xs" variant="default" onClick={() => void run(() => commands.messageSeen(message.id))}>{t('messages.seen')}</Button>}
        </article>
      ))}
    </div>
  );
}
