import type { DigestRow } from '../../../athena-ddl/questions/digest';
import type { Line } from '../../shared/messages/document';

export type Control = DigestRow<'digest_controls'>;

/** What holds for every finding of a control: how much it weighs, what to do first, and AWS's page about it. */
export function controlHead(name: string, severity: string, controls: readonly Control[]): Line {
  const control = controls.find((one) => one.control === name);
  return [
    `${name} (${severity})`,
    ...(control === undefined ? [] : [`: ${control.first_step}`, { words: 'About it', url: control.link }]),
  ];
}
