"""归档备查: files with their contents and retention, missing papers, continuous numbers."""
