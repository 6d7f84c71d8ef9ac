import { mailOf } from '../../../lambda/shared/messages/mail';
import { localDigest } from '../../digest/local-digest';
import type { Chapter } from './chapter';

/** Sections of the mail that the demo shows: state, coverage, numbers. */
const shownSections = 3;

/** The beginning of the message that a team gets every week. */
export const digestChapter: Chapter = async ({ athena }) => {
  const { subject, text } = mailOf(await localDigest(athena, 'week'));
  const shown = text.split('\n\n').slice(0, shownSections).join('\n\n');
  return `The digest that arrives every week begins like this:\n  Subject: ${subject}\n${shown.replaceAll(/^(?=.)/gm, '  ')}\n`;
};
