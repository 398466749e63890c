"""提醒、函询、诫勉、书面说明: a book of 干部监督 alone (OFFICE §5-41)."""
