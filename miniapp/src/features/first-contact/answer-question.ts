import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { answered, api } from '../../api/client.ts';
import { useTexts } from '../../i18n/language.ts';
import { isRefusal, ZaloError, zalo } from '../../zalo/index.ts';
import { PROFILE_KEY } from '../settings/profile.ts';
import { noteNo, noteOf } from './asking.ts';
import type { Question } from './questions.ts';
import { firstContactTexts } from './texts.ts';

/**
 * Carries a "yes" to Zalo and what comes of it to the service. Resolves to what Zalo's dialog was answered with; every failure of
 * Zalo's is a "no", because there is always another way. @throws ApiProblem
 */
export function useAnswerQuestion(oaId: string) {
  const { chat } = useTexts(firstContactTexts).after;
  const queries = useQueryClient();
  // Zalo's dialog has been answered; only the service has not heard of it yet.
  const isAllowed = useRef(false);
  const doings: Record<Question, () => Promise<void>> = {
    notify: async () => {
      if (!isAllowed.current) await zalo.allowNotifications();
      isAllowed.current = true;
      await answered(api.POST('/api/citizen/notifications', { body: { allowed: true } }));
    },
    chat: () => zalo.openChat(oaId, chat.words),
    follow: () => zalo.followOa(oaId),
  };
  return useMutation({
    mutationFn: async (question: Question): Promise<'yes' | 'no'> => {
      try {
        await doings[question]();
        return 'yes';
      } catch (error) {
        if (!(error instanceof ZaloError)) throw error;
        // A Zalo too old for it, or one that never answered, has said nothing for the person.
        if (isRefusal(error) && question !== 'chat') noteNo(noteOf[question], Date.now(), error);
        return 'no';
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: PROFILE_KEY }),
  });
}
