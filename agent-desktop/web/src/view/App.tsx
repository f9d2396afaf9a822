import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import { LogIn } from './LogIn';
import { type Place, PlaceProvider, useSession } from './place';
import { Shell } from './shell/Shell';
import { theme } from './theme';

export function App({ place, words, nonce }: { place: Place; words: i18n; nonce: string }) {
  return (
    <I18nextProvider i18n={words}>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
        <QueryClientProvider client={place.queries}>
          <PlaceProvider value={place}>
            <Notifications position="bottom-right" limit={4} containerWidth={360} />
            <Inside />
          </PlaceProvider>
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>
  );
}

function Inside() {
  const session = useSession();
  return session === null ? <LogIn /> : <Shell key={`${session.tenant}/${session.user}`} session={session} />;
}
