"""提醒函询诫勉 in the window."""
