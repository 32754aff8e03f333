import { useOnline } from '../api/network.ts';
import { ApiProblem } from '../api/problem.ts';
import { useTexts } from '../i18n/language.ts';
import { ZaloError } from '../zalo/index.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { uiTexts } from './texts.ts';

/** What happened, that nothing is lost, and what to do now. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const texts = useTexts(uiTexts);
  // Trying again makes no Zalo of a browser.
  const isOutside = error instanceof ZaloError && error.kind === 'unsupported';
  return (
    <Notice kind="error" live>
      <p>{useTroubleWords(error)}</p>
      {onRetry && !isOutside && (
        <Button look="secondary" onPress={onRetry}>
          {texts.retry}
        </Button>
      )}
    </Notice>
  );
}

/** One sentence for a person: the service's own where it has one. */
export function useTroubleWords(error: unknown): string {
  const { trouble } = useTexts(uiTexts);
  const online = useOnline();
  if (error instanceof ApiProblem) {
    if (error.status === 0) return trouble.offline;
    if (error.message && error.status < 500) return error.message;
    return error.status >= 500 ? trouble.service : trouble.unknown;
  }
  if (error instanceof ZaloError) {
    if (error.kind === 'unsupported') return trouble.outside;
    // Without a network Zalo cannot say who this is, and says so in words of its own.
    return error.kind === 'timeout' || !online ? trouble.offline : trouble.signIn;
  }
  return trouble.unknown;
}
