import { useTexts } from '../../i18n/language.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useMoments } from './moment.ts';
import styles from './request-list.module.css';
import { type PrivacyRequest, usePrivacyRequests } from './requests.ts';
import { rightsTexts } from './texts.ts';

/** Where each request stands and until when it is answered and done. */
export function RequestList() {
  const texts = useTexts(rightsTexts).requests;
  const { data, error, refetch } = usePrivacyRequests();
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />;
  if (data.items.length === 0) return <p>{texts.none}</p>;
  return (
    <ul className={styles.list} aria-live="polite">
      {data.items.map((request) => (
        <li key={request.id} className={styles.item}>
          <OneRequest request={request} />
        </li>
      ))}
    </ul>
  );
}

function OneRequest({ request }: { request: PrivacyRequest }) {
  const texts = useTexts(rightsTexts).requests;
  const { moment } = useMoments();
  const { kind, state, note, receivedAt, answerDueAt, doneDueAt, doneAt, refusal } = request;
  return (
    <>
      <h3>{texts.kinds[kind]}</h3>
      <p>
        <strong>{texts.states[state]}</strong>
      </p>
      {note && <p>{note}</p>}
      <p className={styles.small}>{texts.received(moment(receivedAt))}</p>
      {state === 'received' && <p className={styles.small}>{texts.answerDue(moment(answerDueAt))}</p>}
      {(state === 'received' || state === 'answered') && (
        <p className={styles.small}>{texts.doneDue(moment(doneDueAt))}</p>
      )}
      {doneAt && <p className={styles.small}>{texts.done(moment(doneAt))}</p>}
      {refusal && (
        <>
          <p>{texts.refusal(refusal.reason)}</p>
          <p>{texts.where(refusal.where)}</p>
        </>
      )}
    </>
  );
}
