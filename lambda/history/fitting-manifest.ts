import { sha256Of } from '../report/sha256';
import { type Manifest, parseManifest } from './manifest';

/** An object of the history: undefined when there is none, null when it cannot be read. */
type Stored = Uint8Array | null | undefined;

/** What a source's day has stored, or why that does not fit together. */
export function fittingManifest(
  source: string,
  day: string,
  stored: { readonly manifest: Stored; readonly file: Stored },
): { readonly manifest: Manifest } | { readonly why: string } {
  if (stored.manifest === undefined) return { why: 'it was not written' };
  const manifest = stored.manifest && parseManifest(stored.manifest);
  if (!manifest) return { why: 'its manifest cannot be read' };
  if (manifest.source !== source || manifest.day !== day)
    return { why: `its manifest is of ${manifest.source}/${manifest.day}` };
  const { file } = stored;
  if (file === undefined) return { why: 'its file is missing' };
  if (file === null) return { why: 'its file cannot be read' };
  if (file.length !== manifest.bytes || sha256Of(file) !== manifest.sha256)
    return { why: 'its file does not fit its manifest' };
  return { manifest };
}
