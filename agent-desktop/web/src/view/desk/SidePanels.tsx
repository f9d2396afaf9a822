import { Indicator, Tabs } from '@mantine/core';
import { IconBook, IconListDetails, IconMessage, IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../protocol/protocol';
import { useAction } from '../actions';
import { KnowledgePanel } from './KnowledgePanel';
import { MessagesPanel } from './MessagesPanel';
import { ScriptPanel } from './ScriptPanel';
import { WrapUpPanel } from './WrapUpPanel';

type Panel = 'note' | 'script' | 'knowledge' | 'messages';

/** Beside the call: what is written of it, what is to be said, what is known, what the supervisor says. */
export function SidePanels({ view }: { view: DeskView }) {
  const { t } = useTranslation();
  const { call, messages } = view;
  const [chosen, setChosen] = useState<{ panel: Panel; call: string | null }>({ panel: 'note', call: '' });
  const here = call?.id ?? null;
  const fresh: Panel = call?.script != null && call.state !== 'wrap_up' ? 'script' : call === null ? 'messages' : 'note';
  // With each call, and with its wrap-up, the panel that is needed then comes by itself; after that the agent's choice stays.
  const moment = call === null ? null : `${here ?? ''}${call.state === 'wrap_up' ? '-wrap-up' : ''}`;
  const panel = chosen.call === moment ? chosen.panel : fresh;
  const show = (next: Panel) => setChosen({ panel: next, call: moment });
  const root = useRef<HTMLDivElement>(null);
  // By key, the hands go on where the panel is worked with.
  const goTo = (next: Panel) => {
    show(next);
    setTimeout(() => {
      const within = root.current?.querySelector<HTMLElement>('[role="tabpanel"] :is(textarea, input[type="search"], input[type="text"], .script button, .messages button)');
      (within ?? root.current?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]'))?.focus();
    });
  };
  useAction('note', call !== null, () => goTo('note'));
  useAction('script', true, () => goTo('script'));
  useAction('knowledge', true, () => goTo('knowledge'));
  useAction('messages', true, () => goTo('messages'));
  const unseen = messages.filter((message) => !message.seen).length;
  return (
    <Tabs ref={root} className="panel side-panels" value={panel} onChange={(value) => show(value as Panel)} keepMounted={false}>
      <Tabs.List grow aria-label={t('panel.side')}>
        <Tabs.Tab value="note" disabled={call === null} leftSection={<IconPencil size={16} aria-hidden />}>{t(call?.state === 'wrap_up' ? 'tab.wrap_up' : 'tab.note')}</Tabs.Tab>
        <Tabs.Tab value="script" leftSection={<IconListDetails size={16} aria-hidden />}>{t('tab.script')}</Tabs.Tab>
        <Tabs.Tab value="knowledge" leftSection={<IconBook size={16} aria-hidden />}>{t('tab.knowledge')}</Tabs.Tab>
        <Tabs.Tab value="messages" leftSection={<Indicator disabled={unseen === 0} color="red.9" size={15} offset={-2} label={<span aria-hidden>{unseen}</span>}><IconMessage size={16} aria-hidden /></Indicator>}>
          {t('tab.messages')}{unseen > 0 && <span className="heard-only">{t('messages.unseen', { count: unseen })}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="note">{call !== null && <WrapUpPanel key={call.id} call={call} me={view.me} />}</Tabs.Panel>
      <Tabs.Panel value="script"><ScriptPanel key={here ?? ''} call={call} /></Tabs.Panel>
      <Tabs.Panel value="knowledge"><KnowledgePanel /></Tabs.Panel>
      <Tabs.Panel value="messages"><MessagesPanel messages={messages} /></Tabs.Panel>
    </Tabs>
  );
}
