/** Where a citizen sees the progress of a report; the code is all the page needs. */
export function statusLink(publicUrl: string, code: string): string {
  return `${publicUrl}/tra-cuu/${code}`;
}
