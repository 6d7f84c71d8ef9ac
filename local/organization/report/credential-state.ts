import type { AccessKeyEvent, CertificateEvent, CredentialHistory, PasswordEvent } from '../user-data';
import { eventsUntil } from '../timeline';

/** A password at a moment. */
export interface PasswordState {
  readonly lastChanged: string;
  readonly lastUsed: string | undefined;
}

/** An access key or a certificate at a moment. */
export interface KeyState {
  readonly active: boolean;
  readonly createdAt: string;
  readonly used?: { readonly at: string; readonly region?: string; readonly service?: string };
}

/** The password that exists at that moment. A password made anew has not been used yet. */
export function passwordAt(
  history: readonly PasswordEvent[] | undefined,
  now: Date,
): PasswordState | undefined {
  let state: PasswordState | undefined;
  for (const { at, event } of eventsUntil(history, now)) {
    if (event === 'disabled') state = undefined;
    else if (event === 'enabled') state = { lastChanged: at, lastUsed: undefined };
    else if (state === undefined) throw new Error(`a password is ${event} at ${at} before it is enabled`);
    else state = event === 'used' ? { ...state, lastUsed: at } : { ...state, lastChanged: at };
  }
  return state;
}

/** The key or certificate that exists in a slot at that moment. */
export function keyAt(
  history: readonly (AccessKeyEvent | CertificateEvent)[] | undefined,
  now: Date,
): KeyState | undefined {
  let state: KeyState | undefined;
  for (const one of eventsUntil(history, now)) {
    if (one.event === 'created') state = { active: true, createdAt: one.at };
    else if (one.event === 'deleted') state = undefined;
    else if (state === undefined) throw new Error(`a key is ${one.event} at ${one.at} before it is created`);
    else if (one.event === 'used') state = { ...state, used: one };
    else state = { ...state, active: one.event === 'activated' };
  }
  return state;
}

/** Whether an MFA device is on at that moment. */
export function mfaAt(history: CredentialHistory['mfa'], now: Date): boolean {
  return eventsUntil(history, now).at(-1)?.event === 'on';
}
