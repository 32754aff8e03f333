import { Icon, type IconName } from '../../icons.tsx';

/** The OA's menu (§7.6: its entries are deep links, set up in the OA's own tool). */
const ENTRIES: { label: string; path: string; icon: IconName }[] = [
  { label: 'Gửi phản ánh', path: '/report', icon: 'photo' },
  { label: 'Phản ánh của tôi', path: '/reports', icon: 'file' },
  { label: 'Quanh đây', path: '/around', icon: 'pin' },
];

export function MenuBar({ miniAppId, open }: { miniAppId: string; open: (address: string) => void }) {
  const root = `https://zalo.me/s/${miniAppId}`;
  return (
    <nav className="oa-menu" aria-label="Menu của OA">
      {ENTRIES.map(({ label, path, icon }) => (
        <button key={path} type="button" title={root + path} onClick={() => open(root + path)}>
          <Icon name={icon} />
          {label}
        </button>
      ))}
      <button type="button" className="oa-menu-app" title={`${root}/`} onClick={() => open(`${root}/`)}>
        Mở Mini App
      </button>
    </nav>
  );
}
