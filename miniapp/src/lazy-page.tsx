import { type ComponentType, useEffect, useState } from 'react';
import { unreachable } from './api/problem.ts';
import { useTexts } from './i18n/language.ts';
import { Screen } from './ui/screen.tsx';
import { Skeleton } from './ui/skeleton.tsx';
import { uiTexts } from './ui/texts.ts';
import { Trouble } from './ui/trouble.tsx';

export interface LazyPage {
  View: ComponentType;
  /** Loads its code ahead; a page that has it opens without a network. Repeated, it is loaded once. */
  load(): Promise<void>;
}

/**
 * A page whose code is loaded when it is opened, or ahead. Where it cannot be had, the page says so, leads back and can be tried
 * again: `React.lazy` would keep the failure and take the whole app down with it.
 */
export function lazyPage(load: () => Promise<ComponentType>): LazyPage {
  let Loaded: ComponentType | null = null;
  let loading: Promise<void> | null = null;
  const loadOnce = (): Promise<void> => {
    loading ??= load().then(
      (page) => {
        Loaded = page;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  };
  function View() {
    const [state, setState] = useState<'loading' | 'there' | 'missing'>(Loaded ? 'there' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      let isGone = false;
      const settle = (next: 'there' | 'missing') => () => {
        if (!isGone) setState(next);
      };
      loadOnce().then(settle('there'), settle('missing'));
      return () => {
        isGone = true;
      };
    }, [state]);
    if (Loaded) return <Loaded />;
    return state === 'missing' ? <MissingPage onRetry={() => setState('loading')} /> : <Skeleton block lines={4} />;
  }
  return { View, load: loadOnce };
}

function MissingPage({ onRetry }: { onRetry: () => void }) {
  const texts = useTexts(uiTexts);
  return (
    <Screen title={texts.pageMissing}>
      <Trouble error={unreachable()} onRetry={onRetry} />
    </Screen>
  );
}
