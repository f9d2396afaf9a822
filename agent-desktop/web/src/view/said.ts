import { type NotificationData, notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../link/rest';

/** What went wrong, in a sentence. */
export function useSaid(): (why: unknown) => string {
  const { t } = useTranslation();
  return useCallback((why: unknown) => {
    if (why instanceof Problem && why.code !== 'offline') {
      return [why.detail, ...why.fields.map((field) => `${field.field}: ${field.message}`)].join(' ');
    }
    return why instanceof Problem ? t('problem.offline') : t('problem.unknown');
  }, [t]);
}

/** Says something in passing; it can be closed by hand. */
export function useToast(): (said: NotificationData) => void {
  const { t } = useTranslation();
  return useCallback((said) => {
    notifications.show({ closeButtonProps: { 'aria-label': t('action.close') }, ...said });
  }, [t]);
}

/** Runs a command and shows its problem; true when it was done. */
export function useAct(): (command: () => Promise<unknown>) => Promise<boolean> {
  const said = useSaid();
  const toast = useToast();
  return useCallback(async (command) => {
    try {
      await command();
      return true;
    } catch (why) {
      toast({ color: 'red', message: said(why), autoClose: 8000, role: 'alert' });
      return false;
    }
  }, [said, toast]);
}
