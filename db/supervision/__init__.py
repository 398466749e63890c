"""催办督办: urging a unit that is late or must do more; 纪委监委 is only asked kindly."""
