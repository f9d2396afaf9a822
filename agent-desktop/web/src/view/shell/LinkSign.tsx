import { Tooltip } from '@mantine/core';
import { IconCloudOff, IconWifi } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePlace } from '../place';

export function LinkSign() {
  const { t } = useTranslation();
  const { linkStatus } = usePlace();
  const { state, roundTripMs } = useStore(linkStatus);
  const live = state === 'live';
  return (
    <Tooltip label={live ? t('link.live', { ms: roundTripMs ?? 0 }) : t('link.away')}>
      <div className="link-sign" data-live={live} role="status">
        {live ? <IconWifi size={16} aria-hidden /> : <IconCloudOff size={16} aria-hidden />}
        <span>{live ? roundTripMs === null ? '…' : `${roundTripMs} ms` : t('link.connecting')}</span>
      </div>
    </Tooltip>
  );
}
