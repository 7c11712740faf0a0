"""Reads /ogc with OWSLib and prints what it found as JSON."""

import json
import sys

from owslib.ogcapi.features import Features

service = Features(sys.argv[1])
villages = service.collection_items("villages", limit=1000)
print(
    json.dumps(
        {
            "collections": service.feature_collections(),
            "conformsTo": len(service.conformance()["conformsTo"]),
            "openapi": service.api()["openapi"],
            "queryables": sorted(service.collection_queryables("villages")["properties"]),
            "villages": [one["id"] for one in villages["features"]],
            "page": service.collection_items("villages", limit=5, offset=5)["numberReturned"],
            "inBox": service.collection_items("villages", bbox=[40.2, 20.1, 40.3, 20.2])["numberMatched"],
            "inGaps": service.collection_items("villages", filter="status = 'gap'")["numberMatched"],
            "one": service.collection_item("villages", villages["features"][0]["id"])["id"],
        }
    )
)
