import { setTimeout as sleep } from 'node:timers/promises';
import { simulatorControl } from '../zalo-simulator/control-client.ts';
import { makePhoto } from './photo.ts';
import { SCENES } from './scenes.ts';

export interface OfficialAnswersOptions {
  /** Origin of the simulator, where the opening scene has been played. */
  simulatorUrl: string;
  /** Origin of the service and the token of its intake desk. */
  serviceUrl: string;
  staffToken: string;
  /** How long one step of the service is waited for. */
  patienceMs?: number;
}

/** The unit as the citizen was told it, and the code. */
const DISPATCHED = /(HN-[0-9A-Z]{8}) đã chuyển (.+?) xử lý/;
/** Another view of the street: a picture too much like the citizen's own is no proof, and the gate would say so. */
const OTHER_END = { place: 500, shot: 9 };
const OFFICIAL = 'Chị Hạnh (cán bộ)';

/**
 * The other direction of the conversation: an official links her accounts, answers the last report of the opening scene in
 * the chat of the OA with a photo of the mended street, and the citizen confirms. @returns the report's code
 */
export async function playOfficialAnswer(options: OfficialAnswersOptions): Promise<string> {
  const zalo = simulatorControl(options.simulatorUrl);
  const scene = SCENES.at(-1);
  const citizen = (await zalo.state()).citizens.find(({ name }) => name === scene?.citizen);
  if (!citizen) throw new Error('the opening scene has not been played');
  const heard = (citizenId: string, what: RegExp) => hears(zalo, citizenId, { what, ...options });

  const [, code = '', agency = ''] = await heard(citizen.id, DISPATCHED);
  const linkCode = await hire(code, options);
  const self = await zalo.addCitizen(OFFICIAL);
  await zalo.act(self.id, { act: 'text', text: `Liên kết ${linkCode}` });
  await heard(self.id, /^Đã liên kết/);
  await zalo.console(self.id, { act: 'text', text: `Liên kết ${linkCode}` });

  const photoId = await zalo.photo(await makePhoto('patched', OTHER_END));
  await zalo.consoleImages(citizen.id, [photoId], { text: `Kết quả ${code}: ${resultOf(agency)}` });
  await heard(citizen.id, /đã trả lời HN-/);
  await zalo.act(citizen.id, { act: 'text', text: 'đã xong' });
  return code;
}

/** An official of the agency that holds the report. @returns a code with which she links her accounts */
async function hire(code: string, { serviceUrl, staffToken }: OfficialAnswersOptions): Promise<string> {
  const ask = async <Answer>(token: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${serviceUrl}/api/staff${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return (await response.json()) as Answer;
  };
  const { agency } = await ask<{ agency: { code: string } }>(staffToken, `/reports/${code}`);
  const person = { name: OFFICIAL, roles: ['handler'], agencyCodes: [agency.code] };
  const { token } = await ask<{ token: string }>(staffToken, '/people', person);
  return (await ask<{ code: string }>(token, '/me/link-code', {})).code;
}

function resultOf(agency: string): string {
  const day = new Intl.DateTimeFormat('vi', {
    ...{ day: '2-digit', month: '2-digit', year: 'numeric' },
    timeZone: 'Asia/Ho_Chi_Minh',
  } as const).format(new Date());
  return (
    `Ngày ${day}, tổ hạ tầng ${agency} đã kiểm tra đường Nguyễn Khang đoạn gần cầu 361, cắt bỏ phần hỏng và vá các ổ gà ` +
    'bằng bê tông nhựa nóng, mặt đường bằng phẳng, xe đi lại bình thường. Ảnh sau khi vá gửi kèm.'
  );
}

interface Hearing {
  what: RegExp;
  patienceMs?: number;
}

async function hears(
  zalo: ReturnType<typeof simulatorControl>,
  citizenId: string,
  { what, patienceMs = 120_000 }: Hearing,
): Promise<RegExpExecArray> {
  for (const end = performance.now() + patienceMs; performance.now() < end; await sleep(500)) {
    for (const { from, text = '' } of await zalo.messages(citizenId)) {
      const found = from === 'app' ? what.exec(text) : null;
      if (found) return found;
    }
  }
  throw new Error(`nobody said ${what}`);
}
