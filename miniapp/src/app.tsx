import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { App as ZauiApp, ZMPRouter } from 'zmp-ui';
import { keptQueries, queryClient } from './api/queries.ts';
import { DeedSender } from './features/deeds/deed-sender.tsx';
import { DraftSender } from './features/draft/draft-sender.tsx';
import { OnePerson } from './features/rights/leave.ts';
import { ServiceLanguage } from './features/settings/service-language.tsx';
import { LoadAhead } from './load-ahead.tsx';
import { AppRoutes } from './routes.tsx';
import { Crash } from './ui/crash.tsx';
import { zalo } from './zalo/index.ts';

export function App() {
  return (
    <Crash>
      <PersistQueryClientProvider client={queryClient} persistOptions={keptQueries}>
        <ZauiApp>
          <ZMPRouter>
            <OnePerson />
            <FollowLinks />
            <LoadAhead />
            <ServiceLanguage />
            <DraftSender />
            <DeedSender />
            <AppRoutes />
          </ZMPRouter>
        </ZauiApp>
      </PersistQueryClientProvider>
    </Crash>
  );
}

/** A link pressed in the chat while the app is running in the background leads to its page. */
function FollowLinks() {
  const navigate = useNavigate();
  useEffect(
    () =>
      zalo.onReturn((path) => {
        if (path) navigate(path);
        void queryClient.invalidateQueries();
      }),
    [navigate],
  );
  return null;
}
