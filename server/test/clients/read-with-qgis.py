"""Reads /ogc with QGIS and prints what it found as JSON."""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from qgis.core import QgsApplication, QgsFeatureRequest, QgsRectangle, QgsVectorLayer  # noqa: E402


def layer_of(root, collection):
    layer = QgsVectorLayer(f"url='{root}' typename='{collection}'", collection, "OAPIF")
    if not layer.isValid():
        raise SystemExit(f"{collection}: {layer.error().message()} {layer.dataProvider().error().message()}")
    return layer


def read(root, collections):
    """Leaves no layer behind: QGIS crashes when it ends before its layers do."""
    found = {}
    for collection in collections:
        layer = layer_of(root, collection)
        found[collection] = {"features": sum(1 for _ in layer.getFeatures()), "crs": layer.crs().authid()}
    box = QgsFeatureRequest().setFilterRect(QgsRectangle(40.2, 20.1, 40.3, 20.2))
    found["inBox"] = sum(1 for _ in layer_of(root, "villages").getFeatures(box))
    return found


application = QgsApplication([], False)
application.initQgis()
print(json.dumps(read(sys.argv[1], sys.argv[2:])))
application.exitQgis()
