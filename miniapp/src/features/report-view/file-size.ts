/** `120 kB`, `1,4 MB`: as large as a person wants to know. */
export function fileSize(bytes: number, language: 'vi' | 'en'): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${language === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
}
