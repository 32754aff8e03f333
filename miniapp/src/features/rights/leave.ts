import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { answered, api } from '../../api/client.ts';
import { useIntent } from '../../api/intent.ts';
import { forgetEverythingRead } from '../../api/queries.ts';
import { signOut } from '../../api/session.ts';
import { forgetDeeds } from '../deeds/deeds.ts';

/** The page a person leaves to knows why they are there. */
export type LeftBy = 'erase' | 'withdraw_consent';

/**
 * Asks for everything to be erased, or for every consent to end, and leaves nothing of the person on this phone: first the
 * service has the request, then the phone forgets. Sent twice because an answer was lost, it is one request.
 */
export function useLeave(kind: LeftBy) {
  const navigate = useNavigate();
  const intent = useIntent();
  return useMutation({
    mutationFn: async () => {
      const header = { 'idempotency-key': intent.keyFor(kind) };
      await answered(api.POST('/api/citizen/privacy-requests', { params: { header }, body: { kind } }));
      intent.done();
      await forgetDeeds();
      await signOut();
      await forgetEverythingRead();
    },
    onSuccess: () => navigate('/welcome', { replace: true, state: { leftBy: kind } }),
  });
}
