"""MiniStack with the few additions that a deployment of the templates needs; docs/deploy-proof.md lists them."""

import os
import threading

import athena_statements
import bucket_policies
import caller
import deployments
import full_buckets
import lake_formation
import metric_math
import named_queries
import organization
import planted_failures
import policy_engine
import recorded_types
import request_details
import trusted_access

for addition in (
    athena_statements,
    bucket_policies,
    caller,
    deployments,
    full_buckets,
    lake_formation,
    metric_math,
    named_queries,
    organization,
    planted_failures,
    policy_engine,
    recorded_types,
    request_details,
    trusted_access,
):
    addition.install()


def end_with_the_parent() -> None:
    """Standard input is a pipe from whoever started this: it closes with them, however they end."""
    while os.read(0, 4096):
        pass
    os.killpg(0, 9)


threading.Thread(target=end_with_the_parent, daemon=True).start()

from ministack import app  # noqa: E402 the additions come first

app._port_is_bindable = lambda *_: False  # it would also listen on 443
app.main()
