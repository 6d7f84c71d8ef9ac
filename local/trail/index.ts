export type { CredentialUse } from './credential-use';
export type { TrailPrincipal, TrailSelection } from './trail-selection';
export type { FileNotRead, TrailScope } from './trail-scope';
