import { answered, api } from '../../api/client.ts';
import type { KeptDeed, Standing } from './deed.ts';

/** @returns null for what leaves the person without a stake in the report. @throws ApiProblem, ZaloError */
export async function sendDeed({ code, deed, key }: KeptDeed): Promise<Standing | null> {
  const params = { path: { code }, header: { 'idempotency-key': key } };
  switch (deed.type) {
    case 'reply':
      return answered(api.POST('/api/citizen/reports/{code}/reply', { params, body: { text: deed.text } }));
    case 'rating': {
      const { level, reasons } = deed;
      // The service takes reasons with the lowest level only.
      const body = reasons.length > 0 ? { level, reasons } : { level };
      return answered(api.POST('/api/citizen/reports/{code}/rating', { params, body }));
    }
    case 'confirm':
      return answered(api.POST('/api/citizen/reports/{code}/confirm', { params }));
    case 'reject':
      return answered(api.POST('/api/citizen/reports/{code}/reject', { params }));
    case 'objection':
      return answered(api.POST('/api/citizen/reports/{code}/objection', { params }));
    case 'withdraw':
      return answered(api.POST('/api/citizen/reports/{code}/withdraw', { params }));
    case 'follow':
      return answered(api.POST('/api/citizen/reports/{code}/follow', { params }));
    case 'publish': {
      const body = { publish: deed.publish };
      return answered(api.POST('/api/citizen/reports/{code}/publish', { params, body }));
    }
    case 'unfollow':
      await answered(api.DELETE('/api/citizen/reports/{code}/follow', { params: { path: { code } } }));
      return null;
  }
}
