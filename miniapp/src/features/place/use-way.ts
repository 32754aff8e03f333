import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';

const ways = ['here', 'map', 'words', 'wards'] as const;
/** A way of saying where; each is a screen of its own, and "back" of the phone leads out of it. */
export type Way = (typeof ways)[number];

/**
 * What a ward chosen from the list is for: `pin`, the pin that is being set; `words`, the address that is being written; `kept`, the
 * place already chosen; `alone`, all there is.
 */
export type WardFor = 'pin' | 'words' | 'kept' | 'alone';

export function useWay() {
  const [search] = useSearchParams();
  const { pathname, key, state } = useLocation();
  const navigate = useNavigate();
  const addressOf = (way: Way | null) => {
    const next = new URLSearchParams(search);
    if (way) next.set('way', way);
    else next.delete('way');
    const written = next.toString();
    return `${pathname}${written && `?${written}`}`;
  };
  const { wardFor = 'alone' } = (state ?? {}) as { wardFor?: WardFor };
  return {
    way: ways.find((way) => way === search.get('way')) ?? null,
    wardFor,
    open: (way: Way, options: { replace?: boolean; wardFor?: WardFor } = {}) =>
      navigate(addressOf(way), {
        replace: options.replace ?? false,
        state: options.wardFor ? { wardFor: options.wardFor } : null,
      }),
    /** Back to where one came from, or to the step itself when the app was opened here. */
    leave: () => (key === 'default' ? navigate(addressOf(null), { replace: true }) : navigate(-1)),
  };
}
