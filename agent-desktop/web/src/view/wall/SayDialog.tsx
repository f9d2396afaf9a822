import { Button, Modal, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentLine } from '../../queue/wallRows';
import { usePlace } from '../place';
import { useAct } from '../said';

export function SayDialog({ to, close }: { to: AgentLine | null; close: () => void }) {
  const { t } = useTranslation();
  const { supervision } = usePlace();
  const run = useAct();
  const [text, setText] = useState('');
  const send = async () => {
    if (to !== null && await run(() => supervision.say({ agent: to.name }, text.trim()))) {
      setText('');
      close();
    }
  };
  return (
    <Modal opened={to !== null} onClose={close} title={<Title order={2} size="h4">{t('say.title', { name: to?.display_name ?? '' })}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
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
