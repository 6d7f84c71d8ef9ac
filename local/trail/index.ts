export type { CredentialUse } from './credential-use';
export type { TrailPrincipal, TrailSelection } from './trail-selection';
export type { FileNotRead, TrailScope } from './trail-scope';
export { TrailError } from './errors';
export { folderPlace } from './folder-place';
export { planFiles, type FilePlan } from './plan-files';
export { readUse, type TrailUse } from './read-use';
export type { TrailFile, TrailPlace } from './trail-place';
