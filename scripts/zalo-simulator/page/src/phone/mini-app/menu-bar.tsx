/** The OA's menu (§7.6: its entries are deep links, set up in the OA's own tool). */
const ENTRIES: { label: string; path: string }[] = [
  { label: 'Gửi phản ánh', path: '/report' },
  { label: 'Phản ánh của tôi', path: '/reports' },
  { label: 'Quanh đây', path: '/around' },
];

export function MenuBar({ miniAppId, open }: { miniAppId: string; open: (address: string) => void }) {
  const root = `https://zalo.me/s/${miniAppId}`;
  return (
    <nav className="oa-menu" aria-label="Menu của OA">
      {ENTRIES.map(({ label, path }) => (
        <button key={path} type="button" title={root + path} onClick={() => open(root + path)}>
          {label}
        </button>
      ))}
      <button type="button" className="oa-menu-app" title={`${root}/`} onClick={() => open(`${root}/`)}>
        Mở Mini App
      </button>
    </nav>
  );
}
