# Cluster.
