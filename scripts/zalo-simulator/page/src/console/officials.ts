/** Invented OA administrators; ids as long as real ones, because short ones count as absent (§1.9). */
export const officials = [
  { name: 'Chị Hạnh (UBND phường)', adminId: '4857203916482057391' },
  { name: 'Anh Dũng (Sở Xây dựng)', adminId: '5093817264401928375' },
  { name: 'Cô Mai (trực tổng đài)', adminId: '6120948375561029384' },
] as const;

export function nameOf(adminId: string | undefined): string {
  const known = officials.find((official) => official.adminId === adminId);
  return known?.name ?? (adminId ? `Cán bộ …${adminId.slice(-4)}` : 'Cán bộ');
}
