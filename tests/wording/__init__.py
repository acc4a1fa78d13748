"""How a piece says where it ran, who wrote it and who answers for it: a test for each row of docs/wording-rows.md."""
