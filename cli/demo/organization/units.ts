import type { OrganizationalUnitData } from '../../../local/organization/organization-data';

/** The demo organization's tree. */
export const unit = {
  root: 'r-demo',
  security: 'ou-demo-security',
  production: 'ou-demo-production',
  web: 'ou-demo-webshops',
  sandbox: 'ou-demo-sandboxes',
  suspended: 'ou-demo-suspended',
} as const;

export const units: readonly OrganizationalUnitData[] = [
  { id: unit.security, name: 'Security', parentId: unit.root },
  { id: unit.production, name: 'Production', parentId: unit.root },
  { id: unit.web, name: 'Web', parentId: unit.production },
  { id: unit.sandbox, name: 'Sandbox', parentId: unit.root },
  { id: unit.suspended, name: 'Suspended', parentId: unit.root },
];
