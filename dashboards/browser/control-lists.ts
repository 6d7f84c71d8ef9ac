import type { ListDefinition } from './list-definition';
import { ofUser } from './related';

/** Lists about controls, what breaks them, and what may stay. */
export const controlLists: readonly ListDefinition[] = [
  {
    list: 'findings',
    title: 'Findings',
    one: 'finding',
    key: ['account_id', 'user_name', 'control', 'credential'],
    name: ['control', 'user_name', 'account_name'],
    menus: ['severity', 'control', 'account_name', 'unit', 'owner', 'status'],
    shown: ['severity', 'control', 'account_name', 'user_name', 'credential', 'evidence', 'since', 'owner'],
    preset: { status: ['open', 'exception_expired'] },
    asAnswered: ['severity'],
    isInConsole: true,
    related: [
      { list: 'users', title: 'The user', on: ofUser },
      { list: 'changes', title: 'What changed of the user in the last 30 days', on: ofUser },
    ],
  },
  {
    list: 'exceptions',
    title: 'Exceptions',
    one: 'exception',
    key: ['control', 'account_id', 'user_name', 'expires_on'],
    name: ['control', 'user_name', 'account_id'],
    menus: ['control', 'state', 'approved_by'],
    shown: [
      'control',
      'account_id',
      'account_name',
      'user_name',
      'reason',
      'approved_by',
      'expires_on',
      'state',
    ],
    preset: {},
    asAnswered: [],
    related: [],
  },
  {
    list: 'controls',
    title: 'Controls',
    one: 'control',
    key: ['control'],
    name: ['control'],
    menus: ['severity'],
    shown: ['severity', 'control', 'asks', 'first_step', 'cis_v7', 'security_hub'],
    preset: {},
    asAnswered: ['severity'],
    related: [
      {
        list: 'findings',
        title: 'Findings',
        on: { control: 'control' },
        with: { status: ['open', 'exception_expired'] },
      },
      { list: 'exceptions', title: 'Exceptions of this control', on: { control: 'control' } },
    ],
  },
];
