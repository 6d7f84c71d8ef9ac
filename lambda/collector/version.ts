import { version } from '../../package.json';

/** Where the code is not bundled; bundling puts the first digits of the artifact's SHA-256 in its place. */
const artifact = 'source';

/** The package's version and the artifact, as in `0.2.0+1f3a5c7e`: what a run record says, so that a half-finished update shows. */
export const collectorVersion = `${version}+${artifact}`;
