/** "GT-01, GT-02, GT-05 và 7 lĩnh vực khác": names in a sentence, never a whole page of them. */
export function enumerate(items: readonly string[], noun: string, limit = 6): string {
  if (items.length <= limit + 1) return items.join(', ');
  return `${items.slice(0, limit).join(', ')} và ${items.length - limit} ${noun} khác`;
}
