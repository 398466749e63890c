"""Papers of sealed envelopes and referrals."""
