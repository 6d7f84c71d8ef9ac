import { mailOf } from '../../../lambda/shared/messages/mail';
import { localDigest } from '../../digest/local-digest';
import type { Chapter } from './chapter';

/** Paragraphs of the mail that the demo shows: how it stands, and what to act on. */
const shownParagraphs = 2;

/** The beginning of the message that a team gets every week. */
export const digestChapter: Chapter = async ({ athena }) => {
  const { subject, text } = mailOf(await localDigest(athena, 'week'));
  const shown = text.split('\n\n').slice(0, shownParagraphs).join('\n\n');
  return `The digest that arrives every week begins like this:\nSubject: ${subject}\n\n${shown}\n`;
};
