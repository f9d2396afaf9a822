import { ActionIcon, Button, Menu, Select, Switch, TextInput } from '@mantine/core';
import { IconCircleCheck, IconCoffee, IconDots, IconEar, IconLogin2, IconLogout2, IconMessage, IconMicrophone2, IconPhoneX, IconSearch, IconSwitchHorizontal, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readable } from '../../call/spans';
import { agentLines, type AgentFilter, type AgentLine } from '../../queue/wallRows';
import type { AgentState, WallView } from '../../protocol/protocol';
import { ClassBadge } from '../ClassBadge';
import { useDesk, usePlace } from '../place';
import { useAct } from '../said';
import { Since } from '../Since';
import { STATE_ICON } from '../stateLook';
import { type Addressee, SayDialog } from './SayDialog';

const STATES: AgentState[] = ['ready', 'ringing', 'talking', 'held', 'wrap_up', 'not_ready', 'signed_out'];
const MOST = 300;

export function AgentTable({ view, queue }: { view: WallView; queue: string | null }) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<AgentFilter>({ text: '', state: 'all', away: false });
  const [to, setTo] = useState<Addressee | null>(null);
  const lines = agentLines(view, filter);
  return (
    <>
      <div className="page-head wall-filter">
        <h2>{t('wall.agents')}</h2>
        <TextInput size="xs" type="search" aria-label={t('wall.find_agent')} placeholder={t('wall.find_agent')} leftSection={<IconSearch size={14} />} value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })} />
        <Select size="xs" w={150} aria-label={t('state.title')} allowDeselect={false} value={filter.state} data={[{ value: 'all', label: t('wall.every_state') }, ...STATES.map((value) => ({ value, label: t(`state.${value}`) }))]}
          onChange={(state) => setFilter({ ...filter, state: state ?? 'all' })} />
        <Switch size="xs" label={t('wall.with_away')} checked={filter.away} onChange={(event) => setFilter({ ...filter, away: event.currentTarget.checked })} />
        <Button size="xs" variant="default" leftSection={<IconMessage size={14} />} onClick={() => setTo(queue === null ? 'all' : { queue })}>{queue === null ? t('wall.say_all') : t('say.title_queue', { queue })}</Button>
      </div>
      <table className="rows">
        <thead><tr><th scope="col">{t('wall.agent')}</th><th scope="col">{t('wall.state')}</th><th scope="col">{t('wall.since')}</th><th scope="col">{t('wall.queue')}</th><th scope="col">{t('wall.caller')}</th><th scope="col" className="row-actions"><span className="heard-only">{t('wall.actions')}</span></th></tr></thead>
        <tbody>{lines.slice(0, MOST).map((row) => <Line key={row.name} row={row} say={() => setTo({ agent: row })} />)}</tbody>
      </table>
      {lines.length > MOST && <p className="quiet pad">{t('wall.more', { count: lines.length - MOST })}</p>}
      <SayDialog to={to} close={() => setTo(null)} />
    </>
  );
}

function Line({ row, say }: { row: AgentLine; say: () => void }) {
  const { t } = useTranslation();
  const Sign = STATE_ICON[row.state];
  return (
    <tr>
      <th scope="row">{row.display_name || row.name}{!row.phone_reachable && row.state !== 'signed_out' && <span className="tag bad"><IconPhoneX size={12} aria-hidden /> {t('wall.unreachable')}</span>}{row.listened_by !== null && <span className="tag"><IconEar size={12} aria-hidden /> {t('wall.listened_by', { name: row.listened_by })}</span>}</th>
      <td><span className="state-tag" data-state={row.state}><Sign size={15} aria-hidden /> {row.state === 'not_ready' && row.reason !== '' ? t(`reason.${row.reason}`, { defaultValue: row.reason }) : t(`state.${row.state}`)}</span></td>
      <td><Since ms={row.since_ms} /></td>
      <td className="queue-name">{row.queue ?? ''}</td>
      <td>{readable(row.number)} <ClassBadge name={row.value_class} /></td>
      <td className="row-actions"><Actions row={row} say={say} /></td>
    </tr>
  );
}

function Actions({ row, say }: { row: AgentLine; say: () => void }) {
  const { t } = useTranslation();
  const { supervision, phone } = usePlace();
  const run = useAct();
  const reasons = useDesk((view) => view.me.reasons) ?? [];
  const call = row.state === 'talking' || row.state === 'held' ? row.call : null;
  // The supervisor's own phone rings for it, and is taken at once.
  const join = (command: () => Promise<unknown>) => () => {
    phone.expect();
    void run(command);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target><ActionIcon variant="subtle" color="gray" aria-label={t('wall.act_on', { name: row.display_name || row.name })}><IconDots size={16} /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        {call !== null && (
          <>
            <Menu.Item leftSection={<IconEar size={16} />} onClick={join(() => supervision.listen(call, 'listen'))}>{t('wall.listen')}</Menu.Item>
            <Menu.Item leftSection={<IconMicrophone2 size={16} />} onClick={join(() => supervision.listen(call, 'whisper'))}>{t('wall.whisper')}</Menu.Item>
            <Menu.Item leftSection={<IconUsersPlus size={16} />} onClick={join(() => supervision.listen(call, 'barge'))}>{t('wall.barge')}</Menu.Item>
            <Menu.Item leftSection={<IconSwitchHorizontal size={16} />} onClick={join(() => supervision.takeOver(call))}>{t('wall.take_over')}</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconMessage size={16} />} onClick={say}>{t('wall.say')}</Menu.Item>
        {row.state === 'signed_out' && <Menu.Item leftSection={<IconLogin2 size={16} />} onClick={() => void run(() => supervision.signIn(row.name))}>{t('wall.make_signed_in')}</Menu.Item>}
        {row.state !== 'signed_out' && <Menu.Item leftSection={<IconCircleCheck size={16} />} onClick={() => void run(() => supervision.ready(row.name))}>{t('wall.make_ready')}</Menu.Item>}
        {row.state !== 'signed_out' && reasons.map((reason) => (
          <Menu.Item key={reason.name} leftSection={<IconCoffee size={16} />} onClick={() => void run(() => supervision.notReady(row.name, reason.name))}>{t('wall.make_not_ready', { reason: t(`reason.${reason.name}`, { defaultValue: reason.name }) })}</Menu.Item>
        ))}
        {row.state !== 'signed_out' && <Menu.Item leftSection={<IconLogout2 size={16} />} onClick={() => void run(() => supervision.signOut(row.name))}>{t('state.sign_out')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
