import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Of } from '../../lambda/report/sha256';

/** Rows of a day or of a view, and what was noted while they were made. */
export interface KeptDay {
  /** The Parquet file with the rows; none where there is no row. */
  readonly file?: string;
  /** Each names an object, or a file of the history. */
  readonly warnings: readonly string[];
  /** Whether the day's rows are all that was handed in, as far as the folder knows. */
  readonly isWritten: boolean;
}

/** Name of the folder, inside a data folder, that holds what can be made again; readers of data pass over it. */
export const keptFolder = '.typed-rows';

/**
 * Files of rows by a name, `<table>-<day>`, and by a key that changes with whatever they are made of. What lies in
 * `folder` outlives the run; without it, or where it cannot be written, and for days that still change, rows are kept
 * until the end of the run. A file that is not as it was written counts as none.
 */
export class KeptStore {
  private readonly known = new Map<string, KeptDay>();
  private readonly names = new Map<string, Map<string, readonly string[]>>();
  private scratch: string | undefined;

  constructor(private readonly folder: string | undefined) {}

  find(name: string, key: string): KeptDay | undefined {
    const base = `${name}.${key}`;
    const known =
      this.known.get(base) ?? (this.folder === undefined ? undefined : readDay(this.folder, base));
    if (known === undefined || (known.file !== undefined && !existsSync(known.file))) return undefined;
    this.known.set(base, known);
    return known;
  }

  /** Takes over a file of rows, and throws away what it kept of the same name before. */
  keep(name: string, key: string, made: KeptDay, isSettled: boolean): KeptDay {
    const base = `${name}.${key}`;
    const folder = isSettled ? this.place() : this.scratchFolder();
    for (const old of this.namesOf(folder).get(name) ?? []) rmSync(join(folder, old), { force: true });
    this.namesOf(folder).set(name, [`${base}.parquet`, `${base}.json`]);
    const kept = writeDay(folder, base, made);
    this.known.set(base, kept);
    return kept;
  }

  /** The files of a folder by what they keep, as they were when it was first asked: what another run writes stays. */
  private namesOf(folder: string): Map<string, readonly string[]> {
    const known = this.names.get(folder);
    if (known !== undefined) return known;
    const names = new Map<string, string[]>();
    for (const file of readdirSync(folder)) {
      const name = file.slice(0, file.indexOf('.'));
      names.set(name, [...(names.get(name) ?? []), file]);
    }
    this.names.set(folder, names);
    return names;
  }

  /** Runs a task with a new folder for drafts, which goes with it. */
  async withDraft<Made>(task: (folder: string) => Promise<Made>): Promise<Made> {
    const draft = mkdtempSync(join(this.place(), 'draft-'));
    try {
      return await task(draft);
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  }

  close(): void {
    if (this.scratch !== undefined) rmSync(this.scratch, { recursive: true, force: true });
  }

  /** The folder that stays where it can be written, else one that goes with the run. */
  private place(): string {
    if (this.folder === undefined) return this.scratchFolder();
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 });
      return this.folder;
    } catch {
      return this.scratchFolder();
    }
  }

  private scratchFolder(): string {
    this.scratch ??= mkdtempSync(join(tmpdir(), 'credential-report-rows-'));
    return this.scratch;
  }
}

/** The note is written last: without it there is nothing. */
function writeDay(folder: string, base: string, { file, warnings, isWritten }: KeptDay): KeptDay {
  const rows = join(folder, `${base}.parquet`);
  if (file !== undefined) renameSync(file, rows);
  const note = { sha256: file === undefined ? null : sha256Of(readFileSync(rows)), warnings, isWritten };
  const draft = join(folder, `${base}.json.part`);
  writeFileSync(draft, JSON.stringify(note));
  renameSync(draft, join(folder, `${base}.json`));
  return { ...(file === undefined ? {} : { file: rows }), warnings, isWritten };
}

function readDay(folder: string, base: string): KeptDay | undefined {
  try {
    const file = join(folder, `${base}.parquet`);
    const note = JSON.parse(readFileSync(join(folder, `${base}.json`), 'utf8')) as {
      sha256: string | null;
      warnings: string[];
      isWritten: boolean;
    };
    const { sha256, ...kept } = note;
    if (sha256 === null) return kept;
    return sha256Of(readFileSync(file)) === sha256 ? { file, ...kept } : undefined;
  } catch {
    return undefined;
  }
}
