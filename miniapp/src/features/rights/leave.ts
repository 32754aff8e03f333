import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { answered, api } from '../../api/client.ts';
import { useIntent } from '../../api/intent.ts';
import { forgetEverythingRead } from '../../api/queries.ts';
import { onOtherPerson, signOut } from '../../api/session.ts';
import { forgetDeeds } from '../deeds/deeds.ts';
import type { Drafts } from '../draft/drafts.ts';
import { useDrafts } from '../draft/use-draft.ts';

/** The page a person leaves to knows why they are there. */
export type LeftBy = 'erase' | 'withdraw_consent';

/**
 * Asks for everything to be erased, or for every consent to end, and leaves nothing of the person on this phone: first the
 * service has the request, then the phone forgets. Sent twice because an answer was lost, it is one request.
 */
export function useLeave(kind: LeftBy) {
  const navigate = useNavigate();
  const intent = useIntent();
  const drafts = useDrafts();
  return useMutation({
    mutationFn: async () => {
      const header = { 'idempotency-key': intent.keyFor(kind) };
      await answered(api.POST('/api/citizen/privacy-requests', { params: { header }, body: { kind } }));
      intent.done();
      await forgetPerson(drafts);
    },
    onSuccess: () => navigate('/welcome', { replace: true, state: { leftBy: kind } }),
  });
}

/** A phone whose storage is closed kept nothing: what cannot be emptied there must not keep the person here. */
async function forgetPerson(drafts: Drafts): Promise<void> {
  await Promise.allSettled([forgetKept(drafts), signOut()]);
}

/** Mounted once: somebody else who signs in on this phone neither reads nor sends what the one before has left on it. */
export function OnePerson() {
  const drafts = useDrafts();
  useEffect(() => onOtherPerson(() => forgetKept(drafts)), [drafts]);
  return null;
}

async function forgetKept(drafts: Drafts): Promise<void> {
  const everything = [drafts.forget, forgetDeeds, forgetEverythingRead];
  await Promise.allSettled(everything.map(async (forget) => forget()));
}
