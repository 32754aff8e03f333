import { describe, expect, it } from 'vitest';
import { isPublicAddress } from './address.ts';
import { allowedUrl } from './allow-list.ts';

const ZALO = ['*.zdn.vn', '*.zadn.vn'];
const SIMULATOR = 'http://127.0.0.1:4100';

describe('addresses that may be fetched', () => {
  it.each([
    ['https://f20-zpc.zdn.vn/8102937465019283746/ab91c27d30ef58126a4b.jpg', ZALO],
    ['https://t.f6.photo.talk.zdn.vn/a.jpg', ZALO],
    ['https://zalo-api.zadn.vn/api/emoticon/sprite?eid=20471&size=130', ZALO],
    ['HTTPS://F20.ZDN.VN/a.jpg', ZALO],
    ['https://f20.zdn.vn:443/a.jpg', ZALO],
    ['https://cdn.example.vn/a.jpg', ['cdn.example.vn']],
    ['http://127.0.0.1:4100/media/a.jpg', [...ZALO, SIMULATOR]],
  ])('%s', (address, entries) => {
    expect(allowedUrl(address, entries)?.url.href).toBe(new URL(address).href);
  });

  it('only an origin named in full, or an address written as numbers, may be private', () => {
    expect(allowedUrl('http://127.0.0.1:4100/a', [SIMULATOR])?.mayBePrivate).toBe(true);
    expect(allowedUrl('https://10.0.0.5/a', ['10.0.0.5'])?.mayBePrivate).toBe(true);
    expect(allowedUrl('https://f.zdn.vn/a', ZALO)?.mayBePrivate).toBe(false);
    expect(allowedUrl('https://localhost/a', ['localhost'])?.mayBePrivate).toBe(false);
  });
});

describe('addresses that look right and are not', () => {
  it.each([
    ['another scheme', 'http://f20.zdn.vn/a.jpg'],
    ['another port', 'https://f20.zdn.vn:8443/a.jpg'],
    ['the bare domain', 'https://zdn.vn/a.jpg'],
    ['a longer name', 'https://zdn.vn.evil.com/a.jpg'],
    ['a sub-domain of it elsewhere', 'https://f20.zdn.vn.evil.com/a.jpg'],
    ['a name that ends alike', 'https://evilzdn.vn/a.jpg'],
    ['a user name', 'https://f20.zdn.vn@evil.com/a.jpg'],
    ['credentials for the right host', 'https://user:secret@f20.zdn.vn/a.jpg'],
    ['a trailing dot', 'https://f20.zdn.vn./a.jpg'],
    ['a backslash', 'https://evil.com\\.zdn.vn/a.jpg'],
    ['a fragment', 'https://evil.com#.zdn.vn/a.jpg'],
    ['a query', 'https://evil.com?.zdn.vn/a.jpg'],
    ['an encoded slash', 'https://evil.com%2f.zdn.vn/a.jpg'],
    ['letters of another script', 'https://f20.zdո.vn/a.jpg'],
    ['a full-width dot after another domain', 'https://evil.com。f20.example/a.jpg'],
    ['loopback', 'https://127.0.0.1/a.jpg'],
    ['loopback as one number', 'https://2130706433/a.jpg'],
    ['loopback in octal', 'https://0177.0.0.1/a.jpg'],
    ['loopback in short', 'https://127.1/a.jpg'],
    ['loopback in IPv6', 'https://[::1]/a.jpg'],
    ['loopback mapped to IPv6', 'https://[::ffff:127.0.0.1]/a.jpg'],
    ['the cloud metadata service', 'http://169.254.169.254/latest/meta-data/'],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:image/png;base64,iVBORw0KGgo='],
    ['the simulator on another port', 'http://127.0.0.1:4101/a.jpg'],
    ['the simulator over https', 'https://127.0.0.1:4100/a.jpg'],
    ['the simulator by another name', 'http://localhost:4100/a.jpg'],
    ['nothing', ''],
    ['no address', 'ảnh.jpg'],
  ])('%s', (_, address) => {
    expect(allowedUrl(address, [...ZALO, SIMULATOR])).toBeNull();
  });

  it('full-width letters of an allowed name are that name, and are fetched as such', () => {
    expect(allowedUrl('https://\uff46\uff12\uff10\uff0ezdn\uff0evn/a', ZALO)?.url.hostname).toBe('f20.zdn.vn');
  });

  it.each(['', '*', '*.', 'https://', '://', '*.zdn'])('the entry %j allows nothing', (entry) => {
    for (const address of ['https://f.zdn.vn/a', 'https://evil.com/a', 'http://127.0.0.1/a']) {
      expect(allowedUrl(address, [entry])).toBeNull();
    }
  });
});

describe('public addresses', () => {
  it.each(['118.102.1.119', '1.1.1.1', '2606:4700:4700::1111', '2405:4800::1'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('%s is none', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
