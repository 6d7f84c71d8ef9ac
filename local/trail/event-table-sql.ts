import { identityColumns, kindColumns, ownColumns } from './event-row';

const texts = (columns: readonly string[]) => columns.map((name) => `${name} VARCHAR`).join(', ');

/**
 * The view `z_single_event` as Athena has it over `cloudtrail_event`, with the columns that other views read. Its `dt` is the
 * day of the event, so that what was delivered on two days is in one group.
 */
export function eventTableStatements(accountId: string): readonly string[] {
  return [
    `CREATE TABLE identity_row (identity INTEGER, ${texts(identityColumns)})`,
    `CREATE TABLE kind_row (kind INTEGER, ${texts(kindColumns)})`,
    `CREATE TABLE event_row (identity INTEGER, kind INTEGER, ${texts(ownColumns)})`,
    // Of JSON that this process wrote, which needs none of the care that other text does.
    `CREATE OR REPLACE MACRO json_extract_scalar(text, path) AS json_extract_string(text, path)`,
    `CREATE VIEW z_single_event AS SELECT
      '${accountId.replaceAll("'", "''")}' AS account,
      region,
      replace(substr(eventtime, 1, 10), '-', '/') AS dt,
      eventtime, eventsource, eventname, awsregion, sourceipaddress, useragent, errorcode, requestparameters,
      responseelements, eventcategory,
      struct_pack(
        type := identity_type,
        arn := identity_arn,
        accountid := identity_accountid,
        accesskeyid := identity_accesskeyid,
        username := identity_username,
        sessioncontext := struct_pack(sessionissuer := struct_pack(type := issuer_type, username := issuer_username))
      ) AS useridentity,
      [struct_pack(arn := one) FOR one IN string_split(resource_arns, chr(10))] AS resources
    FROM event_row
    JOIN identity_row USING (identity)
    JOIN kind_row USING (kind)`,
  ];
}
