import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PageLanguage, speak } from '../../words/words';

const LANGUAGES: { code: PageLanguage; name: string }[] = [{ code: 'en', name: 'English' }, { code: 'zh', name: '简体中文' }];

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={t('shell.language')}><ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.language')}><IconLanguage size={20} /></ActionIcon></Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {LANGUAGES.map(({ code, name }) => (
          <Menu.Item key={code} lang={code} onClick={() => void speak(i18n, code)} rightSection={i18n.language === code ? <IconCheck size={16} /> : null}>{name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
