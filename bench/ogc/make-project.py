"""Writes a QGIS project that publishes the territories of a database by OGC API – Features: a database, a file."""

import sys

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

QgsApplication.setPrefixPath("/usr", True)
application = QgsApplication([], False)
application.initQgis()
source, file = sys.argv[1:]
layer = QgsVectorLayer(source, "territories", "postgres")
if not layer.isValid():
    sys.exit("QGIS cannot read the territories: " + layer.error().message())
project = QgsProject.instance()
project.addMapLayer(layer)
project.writeEntry("WFSLayers", "/", [layer.id()])
project.writeEntry("WFSLayersPrecision", "/" + layer.id(), 7)
project.write(file)
print(layer.featureCount())
