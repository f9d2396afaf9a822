import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { promiseOf, wrapUpOf } from '../../agent/draft';
import type { CallView } from '../../protocol/protocol';
import { usePlace } from '../place';
import { useAct, useToast } from '../said';

/** Sends what was written of a call, `done`: and its wrap-up is over. True when it was sent. */
export function useWrapUp(): (call: CallView, done: boolean) => Promise<boolean> {
  const { t } = useTranslation();
  const { commands, drafts, customers, clock } = usePlace();
  const run = useAct();
  const toast = useToast();
  return useCallback(async (call, done) => {
    const draft = drafts.of(call.id);
    const customer = call.customer?.id ?? null;
    const sent = await run(async () => {
      const promise = promiseOf(draft);
      if (promise !== null && customer !== null) {
        await customers.promise(String(customer), promise);
        drafts.put(call.id, { followUp: '' });
      }
      await commands.wrapUp(wrapUpOf(draft, done, clock.nowMs()));
    });
    if (sent) {
      drafts.put(call.id, { callback: false });
      if (done) {
        drafts.done(call.id);
      }
      toast({ message: t('wrap_up.saved'), color: 'teal', autoClose: 2500 });
    }
    return sent;
  }, [commands, drafts, customers, clock, run, t, toast]);
}
