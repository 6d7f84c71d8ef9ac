"""What the additions write down: one JSON line for each thing, in the file that RECORDS names."""

import json
import os
import threading

from ministack.core.responses import get_account_id, get_region

_lock = threading.Lock()


def record(kind: str, **fields) -> None:
    line = json.dumps({"kind": kind, "account": get_account_id(), "region": get_region(), **fields})
    with _lock, open(os.environ["RECORDS"], "a", encoding="utf-8") as records:
        records.write(line + "\n")
