import { adminUnits, wardName } from '../../../../db/seed/admin-units.ts';
import { allAgencies } from '../../../../db/seed/agencies.ts';
import { categories } from '../../../../db/seed/categories.ts';
import { dateWords, dueWords } from '../../deadlines/due-words.ts';
import type { Language, MessageTexts } from '../message-texts.ts';
import { cannotReasons } from '../move-texts.ts';

/** Everything a message is made of, short as on most days or as long as it can get. */
export interface Facts {
  code: string;
  category: string;
  place: string;
  agency: string;
  ward: string;
  due: string;
  date: string;
  link: string;
  state: string;
  /** Words of an official: a reason, a question, an answer. */
  words: string;
}

export const code = 'HN-7K3MR4T5';
const OTHER = 'HN-HF2WTX3K';
const SUPERIOR = 'UBND thành phố Hà Nội';
const longest = (texts: string[]) => texts.reduce((best, text) => (text.length > best.length ? text : best), '');

export function facts(language: Language, size: 'short' | 'long'): Facts {
  const at = new Date('2026-12-30T09:30:00Z'); // Wednesday in English, the longest date there is
  const shared = { code, due: dueWords(at, language), date: dateWords(at, language) };
  if (size === 'short') {
    return {
      ...shared,
      category: language === 'vi' ? 'Ổ gà, mặt đường hư hỏng' : 'Pothole, damaged road',
      place: 'số 12 phố Láng Hạ',
      agency: 'UBND phường Láng',
      ward: 'phường Láng',
      link: `https://phananh.hanoi.gov.vn/tra-cuu/${code}`,
      state: language === 'vi' ? 'Đã chuyển đơn vị xử lý' : 'Sent to the responsible agency',
      words: language === 'vi' ? 'Chờ nhà thầu giao vật tư' : 'Waiting for material',
    };
  }
  return {
    ...shared,
    category: longest(categories.map((one) => (language === 'vi' ? one.nameVi : one.nameEn))),
    place: `trước cổng trường mầm non ${'rất dài, '.repeat(60)} đối diện chợ`,
    agency: longest(allAgencies().map((one) => one.nameVi)),
    ward: longest(adminUnits.map((unit) => wardName(unit.code))),
    link: `https://${'phan-anh.'.repeat(10)}hanoi.gov.vn/tra-cuu/${code}`,
    state: 'Sent to the responsible agency',
    words: 'Lời dài của cán bộ, viết cho đến hết chỗ. '.repeat(30),
  };
}

/** Every template, also in its variants. A template that is missing here does not compile. */
export const render: { [Name in keyof MessageTexts]: (texts: MessageTexts, known: Facts) => string[] } = {
  welcome: (texts) => [texts.welcome()],
  received: (texts, { code, category, place, agency, due: acceptDue, link, ward }) => [
    texts.received({ code, category, place, agency, acceptDue, link }),
    texts.received({ code, category, place, agency, acceptDue, link, wardGuess: ward }),
    texts.received({ code, category, place, agency, acceptDue, link, wardGuess: ward, wardsBeside: [ward] }),
  ],
  receivedForTray: (texts, { code, category, place, due: acceptDue, link, ward }) => [
    texts.receivedForTray({ code, category, place, acceptDue, link, askWard: true, wardChoices: [ward, ward, ward] }),
    texts.receivedForTray({ code, category, place, acceptDue, link, askWard: true, wardChoices: [ward, ward] }),
    texts.receivedForTray({ code, category: null, place: null, acceptDue, link, askWard: true, wardChoices: [] }),
    texts.receivedForTray({ code, category: null, place: null, acceptDue, link, askWard: false, wardChoices: [] }),
  ],
  dispatched: (texts, { code, agency, due: dueAt }) => [
    texts.dispatched({ code, agency, dueAt }),
    texts.dispatched({ code, agency, dueAt: null }),
  ],
  handedOver: (texts, { code, agency, date, due: dueAt }) => [
    texts.handedOver({ code, agency, date, dueAt }),
    texts.handedOver({ code, agency, date, dueAt: null }),
  ],
  emergency: (texts) =>
    [['114'], ['114', '115'], ['111', '112', '113', '114', '115']].map((numbers) => texts.emergency({ numbers })),
  askPlace: (texts) => [texts.askPlace()],
  askWhat: (texts) => [texts.askWhat()],
  askBoth: (texts) => [0, 1, 250].map((photos) => texts.askBoth({ photos })),
  askPlaceOrSame: (texts, { code }) => [texts.askPlaceOrSame({ code })],
  askWhichReport: (texts, { code }) => [
    texts.askWhichReport({ codes: [code, code] }),
    texts.askWhichReport({ codes: Array(10).fill(code) }),
  ],
  placeUnknown: (texts) => [texts.placeUnknown()],
  cancelled: (texts) => [texts.cancelled()],
  nothingToCancel: (texts) => [texts.nothingToCancel()],
  unsupported: (texts) => [texts.unsupported()],
  status: (texts, { code, state, agency, due: dueAt, link }) => [
    texts.status({ code, state, agency, dueAt, link }),
    texts.status({ code, state, agency: null, dueAt, link }),
    texts.status({ code, state, agency: null, dueAt: null, link }),
  ],
  statusUnknown: (texts, { code }) => [texts.statusUnknown({ code })],
  statusUnreadable: (texts) => [texts.statusUnreadable()],
  noReportYet: (texts) => [texts.noReportYet()],
  addedToReport: (texts, { code, place }) => [
    texts.addedToReport({ code, photos: 2, place: null, words: false }),
    texts.addedToReport({ code, photos: 1, place, words: true }),
    texts.addedToReport({ code, photos: 0, place, words: false }),
    texts.addedToReport({ code, photos: 0, place: null, words: false }),
  ],
  overdue: (texts, { code, agency, due: dueAt }) => [
    texts.overdue({ code, agency, dueAt, superior: SUPERIOR, newDue: dueAt }),
    texts.overdue({ code, agency, dueAt, superior: null, newDue: null }),
    texts.overdue({ code, agency: null, dueAt, superior: null, newDue: null }),
  ],
  delayAhead: (texts, { code, agency, due: dueAt }) => [texts.delayAhead({ code, agency, dueAt })],
  askCitizen: (texts, { code, agency, due: waitDue, words: question }) => [
    texts.askCitizen({ code, agency, question, waitDue }),
    texts.askCitizen({ code, agency: null, question: `${question}?`, waitDue }),
  ],
  waitTimedOut: (texts, { code, agency, due: dueAt }) => [
    texts.waitTimedOut({ code, agency, dueAt }),
    texts.waitTimedOut({ code, agency: null, dueAt: null }),
  ],
  extended: (texts, { code, agency, due: dueAt, words: reason }) => [
    texts.extended({ code, agency, reason, dueAt }),
    texts.extended({ code, agency, reason, dueAt: null }),
  ],
  escalated: (texts, { code, agency, due: dueAt }) => [
    texts.escalated({ code, agency, superior: SUPERIOR, dueAt }),
    texts.escalated({ code, agency, superior: SUPERIOR, dueAt: null }),
  ],
  sentToCoordinator: (texts, { code, due: dueAt }) => [
    texts.sentToCoordinator({ code, coordinator: SUPERIOR, dueAt }),
    texts.sentToCoordinator({ code, coordinator: SUPERIOR, dueAt: null }),
  ],
  answered: (texts, { code, agency, link, words: summary }) => [
    texts.answered({ code, agency, summary, link, attached: 2 }),
    texts.answered({ code, agency, summary, link, attached: 0 }),
  ],
  reopened: (texts, { code, agency, due: dueAt }) => [
    texts.reopened({ code, agency, leader: true, dueAt }),
    texts.reopened({ code, agency, leader: false, dueAt: null }),
  ],
  rechecked: (texts, { code, agency, due: dueAt }) => [
    texts.rechecked({ code, agency, dueAt }),
    texts.rechecked({ code, agency, dueAt: null }),
  ],
  askRating: (texts, { code }) => [texts.askRating({ code })],
  askUnsatisfiedReason: (texts, { code }) => [texts.askUnsatisfiedReason({ code })],
  ratingThanks: (texts, { code }) => [
    texts.ratingThanks({ code, level: 'satisfied', canReopen: true }),
    texts.ratingThanks({ code, level: 'accepted', canReopen: true }),
    texts.ratingThanks({ code, level: 'unsatisfied', canReopen: true }),
    texts.ratingThanks({ code, level: 'unsatisfied', canReopen: false }),
  ],
  refused: (texts, { code, words }) => [
    texts.refused({ code, reason: words, where: words, canObject: true }),
    texts.refused({ code, reason: words, where: words, canObject: false }),
  ],
  objectionTaken: (texts, { code, due: dueAt }) => [texts.objectionTaken({ code, dueAt })],
  merged: (texts, { code, agency }) => [
    texts.merged({ code, mainCode: OTHER, agency }),
    texts.merged({ code, mainCode: OTHER, agency: null }),
  ],
  split: (texts, { code, due: dueAt }) => [texts.split({ code, dueAt }), texts.split({ code, dueAt: null })],
  withdrawn: (texts, { code }) => [texts.withdrawn({ code })],
  closedSilent: (texts, { code }) => [texts.closedSilent({ code })],
  dueChanged: (texts, { code, due: dueAt, words: reason }) => [texts.dueChanged({ code, dueAt, reason })],
  replyTaken: (texts, { code, agency, due: dueAt }) => [
    texts.replyTaken({ code, agency, dueAt }),
    texts.replyTaken({ code, agency: null, dueAt }),
    texts.replyTaken({ code, agency: null, dueAt: null }),
  ],
  replyAwaited: (texts, { code, words: question }) => [texts.replyAwaited({ code, question })],
  askWhichMove: (texts, { code }) => [
    texts.askWhichMove({ codes: [code], say: 'đã xong' }),
    texts.askWhichMove({ codes: [code, OTHER], say: 'chưa hài lòng' }),
    texts.askWhichMove({ codes: Array(10).fill(code), say: 'chưa hài lòng' }),
  ],
  askResultOrNew: (texts, { code }) => [
    texts.askResultOrNew({ codes: [code] }),
    texts.askResultOrNew({ codes: [code, OTHER, code, OTHER] }),
  ],
  askWhichReply: (texts, { code }) => [texts.askWhichReply({ codes: [code, OTHER] })],
  nothingToMove: (texts) =>
    (['confirm', 'reject', 'rate', 'withdraw', 'object', 'join'] as const).map((move) => texts.nothingToMove({ move })),
  notYours: (texts, { code }) => [texts.notYours({ code })],
  cannot: (texts, { code, agency, due: dueAt }) =>
    cannotReasons.flatMap((why) => [
      texts.cannot({ code, why, agency, dueAt }),
      texts.cannot({ code, why, agency: null, dueAt: null }),
    ]),
  followerDone: (texts, { code }) => [texts.followerDone({ code })],
  duplicateOffer: (texts, { code, category, ward }) => [
    texts.duplicateOffer({ code, mainCode: OTHER, category, place: ward, distanceMetres: 30 }),
    texts.duplicateOffer({ code, mainCode: OTHER, category, place: null, distanceMetres: null }),
    texts.duplicateOffer({ code, mainCode: OTHER, category, place: ward, distanceMetres: 0 }),
  ],
  followed: (texts, { code, agency, due: dueAt }) => [
    texts.followed({ code, agency, dueAt }),
    texts.followed({ code, agency, dueAt: null }),
    texts.followed({ code, agency: null, dueAt: null }),
  ],
  unfollowed: (texts, { code }) => [texts.unfollowed({ code })],
  cannotFollow: (texts, { code }) => [texts.cannotFollow({ code })],
  askWhichMeant: (texts, known) => [texts.askWhichMeant({ codes: [known.code, OTHER] })],
  kept: (texts) => [
    texts.kept({ kinds: ['voice'] }),
    texts.kept({ kinds: ['video', 'file'] }),
    texts.kept({ kinds: ['voice', 'video', 'file'] }),
  ],
  keptWith: (texts, known) => [
    texts.keptWith({ code: known.code, kinds: ['voice'], askWords: true }),
    texts.keptWith({ code: known.code, kinds: ['video'], askWords: false }),
  ],
  cardNotNeeded: (texts) => [texts.cardNotNeeded()],
  callNotAnswered: (texts) => [texts.callNotAnswered()],
  signIn: (texts) => [texts.signIn({ numbers: [] }), texts.signIn({ numbers: ['114', '115'] })],
  calm: (texts) => [texts.calm()],
  severalMatters: (texts, known) => [
    texts.severalMatters({ code: known.code, count: 3, place: known.place }),
    texts.severalMatters({ code: known.code, count: 2, place: null }),
  ],
};
