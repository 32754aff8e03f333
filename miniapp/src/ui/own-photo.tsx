import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { fetchFile } from '../api/client.ts';
import { useTexts } from '../i18n/language.ts';
import styles from './own-photo.module.css';
import { uiTexts } from './texts.ts';

/** A photo behind the sign-in: a picture's address cannot carry one, so it is fetched. `path` as the API gives it. */
export function OwnPhoto({ path, alt }: { path: string; alt: string }) {
  const texts = useTexts(uiTexts);
  const { data, isError } = useQuery({
    queryKey: ['file', path],
    queryFn: () => fetchFile(path),
    // What is stored under an address never changes.
    staleTime: Number.POSITIVE_INFINITY,
    meta: { keep: false },
  });
  const address = useObjectUrl(data);
  if (isError) return <div className={`${styles.photo} ${styles.missing}`}>{texts.photoMissing}</div>;
  if (!address) return <div className={styles.photo} {...(alt && { role: 'img', 'aria-label': alt })} />;
  return <img className={styles.photo} src={address} alt={alt} />;
}

export function useObjectUrl(blob: Blob | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
}
