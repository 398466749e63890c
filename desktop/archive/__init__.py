"""Windows of the archive: bound files, missing papers, what inspectors ask for."""
