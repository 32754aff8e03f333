import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs';

/** How to run a program that refuses to run as root (PostgreSQL does), and who must own its files then. */
export interface NonRoot {
  wrap(command: string, args: string[]): [string, string[]];
  spawnOptions: { uid?: number; gid?: number };
  /** Uid and gid that the data must belong to, as seen from here; null when nothing has to change. */
  owner: { uid: number; gid: number } | null;
}

const NOBODY = 65534;
const USER_NAMESPACE = ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/**
 * Three ways, best first. A user namespace needs no other user, leaves the files root's and works below /root (0700).
 * Where namespaces are forbidden (Docker's default), setpriv changes the user but keeps the right to pass through such
 * folders. A bare setuid is the last resort.
 */
export function asNonRoot(): NonRoot {
  if (process.getuid?.() !== 0) return { wrap: (command, args) => [command, args], spawnOptions: {}, owner: null };
  if (process.env.SERVERS_WITHOUT_NAMESPACE === undefined && works('unshare', USER_NAMESPACE)) {
    const wrap: NonRoot['wrap'] = (command, args) => ['unshare', [...USER_NAMESPACE, command, ...args]];
    return { wrap, spawnOptions: {}, owner: { uid: 0, gid: 0 } };
  }
  const owner = ordinaryUser();
  const setpriv = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  // initdb asks access(2) whether it may run its neighbour, and access(2) forgets the capabilities of anyone but root
  // unless this bit is set. Only the right below outlives the exec.
  setpriv.push('--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--');
  if (works('setpriv', setpriv)) {
    return { wrap: (command, args) => ['setpriv', [...setpriv, command, ...args]], spawnOptions: {}, owner };
  }
  return { wrap: (command, args) => [command, args], spawnOptions: owner, owner };
}

/** Gives a folder (or file) to the user the server runs as, when it is somebody else's. */
export function giveTo(owner: NonRoot['owner'], path: string): void {
  if (owner === null || !existsSync(path) || statSync(path).uid === owner.uid) return;
  if (statSync(path).isFile()) chownSync(path, owner.uid, owner.gid);
  else spawnSync('chown', ['-R', `${owner.uid}:${owner.gid}`, path]);
}

function works(command: string, args: string[]): boolean {
  return spawnSync(command, [...args, 'true'], { stdio: 'ignore' }).status === 0;
}

/** initdb looks its user up by uid, so it must be one the machine knows. */
function ordinaryUser(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([accountName]) => accountName === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  return { uid: NOBODY, gid: NOBODY };
}
