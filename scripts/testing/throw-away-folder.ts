import { spawn } from 'node:child_process';
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

/**
 * A shell that sleeps on a pipe from this process. Ctrl-C, a crash or kill -9 all close the pipe, and then it ends the
 * servers whose pid files are in the folder and removes the folder: no exit handler of ours can promise that.
 */
function watchOver(folder: string): void {
  const script = `
    cat > /dev/null
    find "$1" -name postmaster.pid -o -name redis.pid 2>/dev/null | while read -r file; do
      read -r pid < "$file"
      case "$file" in *postmaster.pid) kill -QUIT "$pid" ;; *) kill -TERM "$pid" ;; esac
    done
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -e "$1" ] || break
      sleep 0.2
      rm -rf "$1"
    done`;
  const guard = spawn('sh', ['-c', script, 'phan-anh-test-guard', folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const pipe = guard.stdin as typeof guard.stdin & { unref?: () => void };
  pipe.unref?.();
}
