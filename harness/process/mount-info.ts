/** A mount of this machine. */
export interface MountInfo {
  /** What of its file system stands at the path. */
  readonly root: string;
  readonly path: string;
  /** E.g. `ro`, `nosuid`. */
  readonly flags: readonly string[];
  /** The name of its file system. */
  readonly type: string;
  /** Of the file system. */
  readonly options: readonly string[];
}

/** The mounts in a text like `/proc/self/mountinfo`, in its order: what is later lies on top. */
export function readMounts(mountinfo: string): MountInfo[] {
  return mountinfo.split('\n').flatMap((line) => {
    const [before = '', behind] = line.split(' - ', 2);
    if (behind === undefined) return [];
    const [, , , root = '', path = '', flags = ''] = before.split(' ');
    const [type = '', , options = ''] = behind.split(' ');
    return {
      root: unescaped(root),
      path: unescaped(path),
      flags: flags.split(','),
      type,
      options: options.split(','),
    };
  });
}

/** Spaces and the like are octal numbers there. */
function unescaped(path: string): string {
  return path.replaceAll(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
}

/** The mount that a path without links is on; undefined where none is told of. */
export function mountOf(path: string, mounts: readonly MountInfo[]): MountInfo | undefined {
  const around = mounts.filter((mount) => `${path}/`.startsWith(mount.path.replace(/\/?$/, '/')));
  return around.reduce<MountInfo | undefined>(
    (best, mount) => (best !== undefined && best.path.length > mount.path.length ? best : mount),
    undefined,
  );
}
