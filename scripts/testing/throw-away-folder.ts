import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Docker gives a container 64 MB there, too little for a cluster with a database per test file. */
const ENOUGH_BYTES = 1_500_000_000;

/** A folder for servers that live as long as this process; in memory when the machine has room for it. */
export function createThrowAwayFolder(): string {
  const folder = mkdtempSync(join(hasRoomInMemory() ? MEMORY : tmpdir(), 'phan-anh-test-'));
  watchOver(folder);
  return folder;
}

function hasRoomInMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** Ends every server whose pid file is in the folder, also those a failed test forgot. */
const END_SERVERS = `
  find "$1" -name postmaster.pid -o -name redis.pid 2>/dev/null | while read -r file; do
    read -r pid < "$file"
    case "$file" in *postmaster.pid) kill -QUIT "$pid" ;; *) kill -TERM "$pid" ;; esac
  done
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$1" && break
    sleep 0.2
  done`;

/** Removes the folder and whatever still runs in it. */
export function removeThrowAwayFolder(folder: string): void {
  spawnSync('sh', ['-c', END_SERVERS, 'sh', folder], { stdio: 'ignore' });
}

/**
 * A shell that sleeps on a pipe from this process. Ctrl-C, a crash or kill -9 all close the pipe, and then it does the
 * same as above: no exit handler of ours can promise that.
 */
function watchOver(folder: string): void {
  const guard = spawn('sh', ['-c', `cat > /dev/null; ${END_SERVERS}`, 'phan-anh-test-guard', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const pipe = guard.stdin as typeof guard.stdin & { unref?: () => void };
  pipe.unref?.();
}
