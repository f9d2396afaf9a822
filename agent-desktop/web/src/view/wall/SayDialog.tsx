import { Button, Modal, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentLine } from '../../queue/wallRows';
import { usePlace } from '../place';
import { useAct, useToast } from '../said';

/** To one agent, to those of a queue, or to all. */
export type Addressee = { agent: AgentLine } | { queue: string } | 'all';

export function SayDialog({ to, close }: { to: Addressee | null; close: () => void }) {
  const { t } = useTranslation();
  const { supervision } = usePlace();
  const run = useAct();
  const toast = useToast();
  const [text, setText] = useState('');
  const send = async () => {
    if (to === null) {
      return;
    }
    const whom = to === 'all' ? {} : 'queue' in to ? to : { agent: to.agent.name };
    if (await run(async () => {
      const { agents } = await supervision.say(whom, text.trim());
      toast({ message: t('say.sent', { count: agents }), color: 'teal', autoClose: 2500 });
    })) {
      setText('');
      close();
    }
  };
  const title = to === null || to === 'all' ? t('say.title_all') : 'queue' in to ? t('say.title_queue', { queue: to.queue }) : t('say.title', { name: to.agent.display_name || to.agent.name });
  return (
    <Modal opened={to !== null} onClose={close} title={<Title order={2} size="h4">{title}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form className="hand" onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}>
        <Textarea data-autofocus aria-label={t('say.text')} autosize minRows={3} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <Button type="submit" disabled={text.trim() === ''}>{t('say.send')}</Button>
      </form>
    </Modal>
  );
}
