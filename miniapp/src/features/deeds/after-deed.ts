import type { QueryClient } from '@tanstack/react-query';
import type { KeptDeed, Standing } from './deed.ts';

/** Under these keys reports are kept, so that a deed can put right what the pages show. */
export const reportKeys = {
  all: ['reports'] as const,
  list: (which: 'sent' | 'followed') => ['reports', 'list', which] as const,
  detail: (code: string) => ['reports', 'detail', code] as const,
};

/** What the service said of the report is shown at once; everything else is read anew. */
export function afterDeed(client: QueryClient, { code, deed }: KeptDeed, standing: Standing | null): void {
  if (standing) {
    client.setQueryData<Standing & { question?: unknown; publish?: unknown }>(reportKeys.detail(code), (shown) => {
      if (!shown) return shown;
      const isAsked = standing.actions.includes('reply');
      return {
        ...shown,
        ...standing,
        ...(!isAsked && { question: null }),
        ...(deed.type === 'publish' && { publish: deed.publish }),
      };
    });
  }
  void client.invalidateQueries({ queryKey: reportKeys.all });
}
