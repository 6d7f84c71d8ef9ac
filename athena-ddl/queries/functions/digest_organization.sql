-- Id of the organization, for the subject of messages; NULL without a list of accounts of the last 7 days that names it.
SELECT max(organization_id) AS organization_id
FROM latest_account
