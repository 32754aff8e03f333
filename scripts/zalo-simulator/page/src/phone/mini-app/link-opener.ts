import { createContext } from 'react';

/** Opens an address in the Mini App of the phone around; false when it leads elsewhere. Outside the phone nothing does. */
export const LinkOpener = createContext<(address: string) => boolean>(() => false);
