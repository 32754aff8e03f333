import type * as sdk from 'zmp-sdk/apis/index.js';

/** What the small Mini App puts within reach of its tests. */
declare global {
  interface Window {
    zmp: typeof sdk;
    oaId: string;
  }
}
