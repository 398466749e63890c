"""The window over the record: pages, dialogs and the command line."""
