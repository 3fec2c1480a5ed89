"""What stands behind the ports: stores, documents, bank files. Each is imported only when it is used."""
