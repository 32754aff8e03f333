import { insideZalo } from './inside-zalo.ts';
import { outsideZalo } from './outside-zalo.ts';

export { isRefusal, ZaloError, type ZaloErrorKind } from './zalo-error.ts';

/** As the SDK decides it: by the address alone (§6.1). */
export const zalo =
  location.hostname.includes('h5.zdn.vn') && location.pathname.startsWith('/zapps') ? insideZalo() : outsideZalo();
