import type { Document } from './document';

/** A way to people: `mail`, `slack`, or an owner's topic. */
export interface Channel {
  /** Part of an object's key: letters, digits and `. _ - =`. */
  readonly name: string;
  /** Sends once. @throws Error that says why it was not delivered, without any secret */
  send(document: Document): Promise<void>;
}
