/** What `citizens.oa_user_id` may hold instead of an OA-scoped id. Zalo is never called with any of these. */

const NO_CHAT = /^(?:miniapp|merged|anonymous|erased):/;

/** False for somebody with whom there is no chat under their own Zalo account. */
export function hasChat({ oaUserId }: { oaUserId: string }): boolean {
  return !NO_CHAT.test(oaUserId);
}

/** Of somebody who has only used the Mini App: their OA-scoped id is not known yet (§9). */
export function miniAppOnly(userIdByApp: string): string {
  return `miniapp:${userIdByApp}`;
}

export function isMiniAppOnly(oaUserId: string): boolean {
  return oaUserId.startsWith('miniapp:');
}

/** Of a row whose person turned out to be the one of another row: what cannot be moved stays with it. */
export function mergedInto(citizenId: number): string {
  return `merged:${citizenId}`;
}
