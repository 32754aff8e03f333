import { Bell, BellOff } from 'lucide-react';
import { useOnce } from '../../api/once.ts';
import { useTexts } from '../../i18n/language.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import styles from './published.module.css';
import { publishedTexts } from './published-texts.ts';
import { type Stake, useFollowing } from './stake.ts';

/** "Theo dõi": the same result for who sees the same thing. */
export function FollowButton({ code, stake }: { code: string; stake: Stake | undefined }) {
  const texts = useTexts(publishedTexts);
  const following = useFollowing(code);
  const follow = useOnce(following);
  const follows = stake === 'follower';
  const done = following.data === undefined ? null : following.data ? texts.followed : texts.unfollowed;
  return (
    <div className={styles.deeds}>
      <p>{follows ? texts.following : texts.followWhat}</p>
      <Button
        wide
        look={follows ? 'secondary' : 'primary'}
        busy={following.isPending}
        disabled={stake === undefined}
        onPress={() => follow(!follows)}
      >
        {follows ? <BellOff aria-hidden size={22} /> : <Bell aria-hidden size={22} />}
        {follows ? texts.unfollow : texts.follow}
      </Button>
      <p role="status" className="visually-hidden">
        {!following.isPending && done}
      </p>
      {following.error && <Trouble error={following.error} />}
    </div>
  );
}
