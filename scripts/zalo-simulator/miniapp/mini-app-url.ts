/** Where a browser opens the Mini App that this simulator shows (§6.1). */
export function miniAppUrl({ port }: { port: number }, miniAppId: string, path = '/'): string {
  return `http://h5.zdn.vn.localhost:${port}/zapps/${miniAppId}${path}`;
}
