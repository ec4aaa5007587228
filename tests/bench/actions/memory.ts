import { readdir, readFile } from 'node:fs/promises';

/** Resident memory of a process and everything it started, in megabytes. Linux only: it reads /proc. */
export async function megabytesOf(pid: number): Promise<number> {
  const all = await Promise.all((await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(readProcess));
  const family = new Set([pid]);
  // A child may be listed before its parent.
  for (let grew = true; grew; ) {
    grew = false;
    for (const each of all) {
      if (!each || family.has(each.pid) || !family.has(each.parent)) continue;
      family.add(each.pid);
      grew = true;
    }
  }
  return all.reduce((sum, each) => sum + (each && family.has(each.pid) ? each.kilobytes : 0), 0) / 1024;
}

/** Undefined for one that ended meanwhile, and for a kernel thread, which has no memory of its own. */
async function readProcess(name: string): Promise<{ pid: number; parent: number; kilobytes: number } | undefined> {
  const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
  const field = (key: string) => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? Number.NaN);
  // PSS shares what processes have in common; RSS would count Chromium's code once for each of them.
  const rollup = await readFile(`/proc/${name}/smaps_rollup`, 'utf8').catch(() => '');
  const pss = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? Number.NaN);
  const kilobytes = Number.isNaN(pss) ? field('VmRSS') : pss;
  return Number.isNaN(kilobytes) ? undefined : { pid: Number(name), parent: field('PPid'), kilobytes };
}
