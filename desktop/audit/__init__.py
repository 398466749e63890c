"""The auditor's seat: the trail without texts, and its verification."""
