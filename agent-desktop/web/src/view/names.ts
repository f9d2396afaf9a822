import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useDesk, usePlace } from './place';

const KNOWN_FOR_MS = 60_000;

/** The other agents of the company, as they are now. */
export function useColleagues(everyMs: number | false = false, enabled = true) {
  const { commands } = usePlace();
  return useQuery({ queryKey: ['colleagues'], queryFn: commands.colleagues, refetchInterval: everyMs, staleTime: KNOWN_FOR_MS, enabled });
}

/** How people call who did something: by his name where it is known, else as he logs in. */
export function useNames(): (user: string) => string {
  const me = useDesk((view) => view.me);
  const colleagues = useColleagues();
  const names = useMemo(() => new Map([
    ...(colleagues.data?.agents ?? []).map((one) => [one.agent, one.display_name] as const),
    ...(me === undefined ? [] : [[me.user, me.display_name] as const]),
  ]), [colleagues.data, me]);
  return useCallback((user) => names.get(user) ?? user, [names]);
}
