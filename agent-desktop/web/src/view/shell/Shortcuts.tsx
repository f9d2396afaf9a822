import { Kbd, Modal, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS, type Group } from '../../call/shortcuts';

const GROUPS: Group[] = ['call', 'second', 'listening', 'state', 'panels', 'pages'];

export function Shortcuts({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={close} size="xl" title={<Title order={2} size="h4">{t('shell.shortcuts')}</Title>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xl" verticalSpacing="lg">
        {GROUPS.map((group) => (
          <section key={group}>
            <Title order={3} size="sm" mb={6}>{t(`keys.${group}`)}</Title>
            <dl className="keys">
              {SHORTCUTS.filter((one) => one.group === group).map((one) => (
                <div key={one.action}>
                  <dt>{t(`do.${one.action}`)}</dt>
                  <dd>{one.action === 'help' ? <Kbd>?</Kbd> : <><Kbd>Alt</Kbd> <Kbd>{one.shown}</Kbd></>}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="md">{t('keys.note')}</Text>
    </Modal>
  );
}
