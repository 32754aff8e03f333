import type { UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

/** Two quick taps are one: `isPending` is known to a button only after it was drawn again, which a second tap may come before. */
export function useOnce<Data, Variables>(
  mutation: Pick<UseMutationResult<Data, Error, Variables>, 'mutate'>,
): (variables: Variables) => void {
  const isRunning = useRef(false);
  return (variables) => {
    if (isRunning.current) return;
    isRunning.current = true;
    mutation.mutate(variables, {
      onSettled: () => {
        isRunning.current = false;
      },
    });
  };
}
