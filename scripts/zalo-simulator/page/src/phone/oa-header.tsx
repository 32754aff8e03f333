import type { Citizen, CitizenAct } from '../../../control-api.ts';
import { Icon } from '../icons.tsx';

interface Props {
  citizen: Citizen;
  oaName: string;
  act: (what: CitizenAct) => Promise<boolean>;
}

export function OaHeader({ citizen, oaName, act }: Props) {
  return (
    <header className="oa-header">
      <span className="oa-face">
        <Icon name="building" />
      </span>
      <div className="oa-name">
        <h3>{oaName}</h3>
        <p>{citizen.blocked ? 'Đã chặn trang này' : citizen.followed ? 'Đang quan tâm' : 'Tài khoản chính thức'}</p>
      </div>
      <button
        type="button"
        className={citizen.followed ? 'quiet' : 'primary'}
        title={citizen.followed ? 'Gửi sự kiện unfollow' : 'Gửi sự kiện follow; mở cửa sổ 48 giờ'}
        onClick={() => void act({ act: citizen.followed ? 'unfollow' : 'follow' })}
      >
        {citizen.followed ? 'Bỏ quan tâm' : 'Quan tâm'}
      </button>
    </header>
  );
}
