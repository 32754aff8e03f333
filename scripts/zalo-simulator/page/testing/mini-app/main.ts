/**
 * The smallest Mini App: the whole real SDK within reach of a test, and a page on which a person can see what came back. Built
 * as a Mini App is (`../build-mini-app.ts`).
 */
import * as zmp from 'zmp-sdk/apis/index.js';

window.zmp = zmp;

const root = document.getElementById('app');
if (!root) throw new Error('Zalo’s page has no mount point');
const path = document.createElement('h1');
const said = document.createElement('p');
said.setAttribute('role', 'status');

const showPath = () => {
  path.textContent = location.pathname.replace(`/zapps/${window.APP_ID}`, '') + location.search;
};
const say = (what: unknown) => {
  said.textContent = typeof what === 'string' ? what : JSON.stringify(what);
};
const go = (to: string) => {
  history.pushState(null, '', `/zapps/${window.APP_ID}${to}`);
  showPath();
};
const button = (label: string, work: () => unknown) => {
  const made = document.createElement('button');
  made.textContent = label;
  made.addEventListener('click', () => {
    Promise.resolve()
      .then(work)
      .then(
        (answer) => say(answer ?? 'xong'),
        (error: { code?: number }) => say(`lỗi ${error.code ?? String(error)}`),
      );
  });
  return made;
};

root.append(
  path,
  said,
  button('Vị trí', () => zmp.getLocation({}).then(({ token }) => (token ? 'có mã vị trí' : 'không có mã'))),
  button('Quan tâm', () => zmp.followOA({ id: window.oaId }).then(() => 'xong')),
  button('Ảnh', () =>
    zmp.openMediaPicker({
      type: 'photo',
      maxSelectItem: 3,
      serverUploadUrl: `${window.phanAnhApi}/upload?permit=secret`,
    }),
  ),
  button('Nhắn OA', () => zmp.openChat({ type: 'oa', id: window.oaId, message: 'Mã của tôi: 123' })),
  button('Mạng', () => fetch('/_sim/clock').then((answer) => `HTTP ${answer.status}`)),
  button('Trang ngoài', () => zmp.openWebview({ url: 'https://example.gov.vn/' })),
  button('Trang sau', () => go('/reports/1')),
  button('Đóng', () => zmp.closeApp({})),
);

window.oaId = '2910384756102938475';
window.addEventListener('popstate', showPath);
zmp.events.on(zmp.EventName.OpenApp, (data: { path?: string }) => go(data.path ?? '/'));
zmp.events.on(zmp.EventName.AppPaused, () => say('tạm nghỉ'));
zmp.events.on(zmp.EventName.AppResumed, () => say('trở lại'));
zmp.events.on(zmp.EventName.WebviewClosed, () => say('trang ngoài đã đóng'));
showPath();
