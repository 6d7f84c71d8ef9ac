import { group, isObject, listOf, required } from './option-rule';
import type { Options } from './options';
import { shown } from './shown';

const principal = /^arn:aws[a-z-]*:quicksight:[a-z0-9-]+:[0-9]{12}:(user|group)\/.+\/.+$/;
const aPrincipal = '"arn:<partition>:quicksight:<region>:<account>:group/default/<name>"';
/** QuickSight takes at most 64 permissions of a resource. */
const mostPrincipals = 64;

/** An account, a unit by its id, or one by its path: units lie at most five levels deep. */
const place = /^([0-9]{12}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|Root(\/[^/\p{C}]{1,128}){1,5})$/u;
const mostPlaces = 100;
/** The statement may have 168,000 characters, and has about 1,500 beside what is named. */
const mostCharacters = 160_000;

/** Rules of the options about QuickSight, each by itself. */
export const quickSightRule = group({
  principalArns: required(
    listOf(principal, `a list of different ARNs, one at least, such as ${aPrincipal}`, 1, mostPrincipals),
  ),
  restricted: {
    accepts: (value) =>
      isObject(value) &&
      Object.keys(value).length > 0 &&
      Object.entries(value).every(
        ([arn, places]: [string, unknown]) =>
          principal.test(arn) &&
          Array.isArray(places) &&
          places.length > 0 &&
          places.length <= mostPlaces &&
          places.every((one) => typeof one === 'string'),
      ),
    allowed: `ARNs such as ${aPrincipal}, one at least, each with a list of 1 to ${mostPlaces} accounts and units`,
  },
});

/** Problems of who sees what; each option has its shape. */
export function checkQuickSight({ quickSight }: Options): string[] {
  if (quickSight?.restricted === undefined) return [];
  const { principalArns, restricted } = quickSight;
  const arns = Object.keys(restricted);
  const characters = Object.entries(restricted)
    .flatMap(([arn, places]) => places.map((one) => quotedLength(arn) + quotedLength(one)))
    .reduce((sum, length) => sum + length, 0);
  return [
    ...[...principalArns, ...arns]
      .filter((arn) => /[,'"]/.test(arn))
      .map(
        (arn) =>
          `quickSight names ${shown(arn)}, allowed with restricted is a name without comma or quote: QuickSight takes what a comma parts for several`,
      ),
    ...arns
      .filter((arn) => principalArns.includes(arn))
      .map(
        (arn) =>
          `quickSight.restricted holds ${shown(arn)}, allowed is one that is not in principalArns, who see every account`,
      ),
    ...Object.entries(restricted).flatMap(([arn, places]) => checkPlacesOf(arn, places)),
    ...(principalArns.length + arns.length > mostPrincipals
      ? [
          `quickSight names ${principalArns.length + arns.length} users and groups, allowed are ${mostPrincipals} in all`,
        ]
      : []),
    ...(characters > mostCharacters
      ? [
          `quickSight.restricted has ${characters} characters of ARNs with their accounts and units, allowed are ${mostCharacters}: name units in place of accounts`,
        ]
      : []),
  ];
}

function checkPlacesOf(arn: string, places: readonly string[]): string[] {
  const option = `quickSight.restricted[${shown(arn)}]`;
  return [
    ...places
      .filter((one) => !place.test(one))
      .map(
        (one) =>
          `${option} holds ${shown(one)}, allowed is an account id of 12 digits, the id of a unit such as "ou-ab12-cdefgh34", or its path from the root such as "Root/Prod/Web"; who sees every account belongs to principalArns`,
      ),
    ...places
      .filter((one, at) => places.indexOf(one) !== at)
      .map((one) => `${option} holds ${shown(one)} twice, allowed is a list of different ones`),
  ];
}

/** As it stands in SQL, with quotes doubled and what surrounds it. */
function quotedLength(text: string): number {
  return text.length + text.split("'").length + 10;
}
