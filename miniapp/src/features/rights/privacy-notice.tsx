import { useQuery } from '@tanstack/react-query';
import { FileUser, ListChecks } from 'lucide-react';
import { answered, api } from '../../api/client.ts';
import { useLanguage, useTexts } from '../../i18n/language.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { zalo } from '../../zalo/index.ts';
import { KeptCopy } from '../kept-copy/kept-copy.tsx';
import styles from './lines.module.css';
import { rightsTexts } from './texts.ts';

/** The service's own words, the same as on its public page; open to everybody. */
export function PrivacyNotice() {
  const texts = useTexts(rightsTexts).notice;
  const lang = useLanguage();
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    queryKey: ['privacy-notice', lang],
    queryFn: () => answered(api.GET('/api/public/privacy-notice', { params: { query: { lang } } })),
  });
  if (!data) return error ? <Trouble error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />;
  const links = [
    { to: '/me/data', icon: FileUser, title: texts.toData },
    { to: '/me/consents', icon: ListChecks, title: texts.toConsents },
  ];
  return (
    <>
      <KeptCopy at={dataUpdatedAt} failed={error !== null} />
      <p>{data.lead}</p>
      {data.sections.map(({ title, items }) => (
        <Section key={title} title={title}>
          {items.length === 1 ? (
            <p>{items[0]}</p>
          ) : (
            <ul className={styles.lines}>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </Section>
      ))}
      {zalo.isInside && <LinkList rows={links} />}
    </>
  );
}
