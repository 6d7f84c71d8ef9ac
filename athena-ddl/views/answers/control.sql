-- Every control: what it asks, how much a failure weighs, and where benchmarks ask the same. Their ids are text.
CREATE OR REPLACE VIEW control AS
SELECT
  control,
  severity,
  CASE severity WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 WHEN 'low' THEN 4 ELSE 5 END AS severity_rank,
  cis_v7,
  cis_v6,
  cis_v5,
  cis_v3,
  security_hub,
  title
FROM (
  VALUES
    ('root-access-key', 'critical', '2.4', '2.3', '1.3', '1.4', 'IAM.4', 'the root user has no access key'),
    ('root-mfa', 'critical', '2.5', '2.4', '1.4', '1.5', 'IAM.9', 'the root user signs in with MFA or has no credentials'),
    ('root-used', 'high', '2.7', '2.6', '1.6', '1.7', NULL, 'the root user was not used for 90 days'),
    ('console-mfa', 'high', '2.10', '2.9', '1.9', '1.10', 'IAM.5, IAM.19', 'users with a password sign in with MFA'),
    ('unused-credential', 'medium', '2.11', '2.11', '1.11', '1.12', 'IAM.22', 'passwords and active keys are used within 45 days'),
    ('key-rotation', 'medium', '2.12', '2.13', '1.13', '1.14', 'IAM.3', 'active keys are rotated within 90 days'),
    ('two-active-keys', 'low', NULL, '2.12', '1.12', '1.13', NULL, 'a user has one active key at most'),
    ('key-from-setup', 'low', NULL, '2.10', '1.10', '1.11', NULL, 'users with a password have no active access key that was never used'),
    ('user-mfa', 'low', NULL, NULL, NULL, NULL, 'IAM.19', 'users with keys or certificates alone have MFA too'),
    ('active-certificate', 'low', NULL, NULL, NULL, NULL, NULL, 'no signing certificate is active'),
    ('console-user', 'info', NULL, NULL, NULL, NULL, NULL, 'people sign in through IAM Identity Center, not with a password'),
    ('human-with-key', 'info', NULL, NULL, NULL, NULL, NULL, 'users with a password have no access key'),
    ('dead-user', 'info', NULL, NULL, NULL, NULL, NULL, 'every user has a credential')
) AS c (control, severity, cis_v7, cis_v6, cis_v5, cis_v3, security_hub, title)
